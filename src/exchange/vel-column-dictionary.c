/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names that columns have in spreadsheets and in the exports of other
 * programs, in Turkish and English.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-column-dictionary.h"

#include "vel-customer.h"
#include "vel-deal.h"
#include "vel-product.h"

static const VelColumnNames customer_names[] = {
  { "name?", "name ad isim" },
  { "name", "names isimler adlar musteriler kisiler danisanlar hastalar uyeler fullname displayname contactname customername clientname leadname customer client contact person "
            "adsoyad adsoyadi adisoyad adisoyadi advesoyad adivesoyad adivesoyadi isimsoyisim ismisoyismi "
            "isimsoyad isimvesoyisim isimvesoyad tamad tamisim adsoyadunvan adsoyadunvani adisoyadiunvani adunvan "
            "musteri musteriad musteriisim musteriisim musteriadsoyad musteriadisoyadi "
            "cariad cariisim cariunvan carihesapad carihesapunvan danisan hasta uye ogrenci kisi kisiad" },
  { "name~", "yetkili yetkilikisi yetkiliad yetkiliadisoyadi yetkiliadsoyad yetkiliisim ilgilikisi ilgili "
             "ilgilikisiad irtibatkisi irtibatkisisi iletisimkisi iletisimkisisi muhatap contactperson" },
  { "name.first", "firstname first givenname forename onad ilkad ilkisim" },
  { "name.middle", "middlename additionalname ikinciad ikinciisim ortaad gobekad" },
  { "name.last", "lastname last surname familyname soyad soyisim soyismi" },
  { "name.prefix", "nameprefix prefix salutation honorific honorificprefix hitap onek" },
  { "name.suffix", "namesuffix suffix honorificsuffix sonek" },
  { "kind", "kind customerkind" },
  { "type?", "type accounttype companytype organizationtype organisationtype tip tur musteritip musteritur "
             "caritip carituru firmatip firmatur sirkettur" },
  { "status", "status customerstatus leadstatus contactstatus lifecyclestage durum musteridurum cariduru caridurum" },
  { "title?", "unvan" },
  { "title", "jobtitle title position occupation profession organizationtitle isunvan gorev gorevunvan pozisyon "
             "meslek unvangorev" },
  { "role", "role rol" },
  { "organisation", "company companyname organization organisation organizationname organisationname org account "
                    "accountname employer workplace associatedcompany associatedcompanyname business businessname "
                    "firma firmaad firmaisim firmaismi firmaunvan sirket sirketad sirketisim sirketismi sirketunvan "
                    "kurum kurumad kurulus kurulusad isyeri isyeriad isyeriismi ticariunvan ticaretunvan isletme "
                    "isletmead calistigikurum calistigiyer calistigisirket calistigifirma isveren" },
  { "phones", "phone phones telephone telephones tel telefon telefonlar primaryphone contactnumber iletisim "
              "iletisimtelefon irtibat irtibattelefon hesaptelefon" },
  { "phones:mobile", "mobile cell cellular handy gsm cep ceptel whatsapp" },
  { "phones:work", "landline sabit sabittelefon sabithat santral" },
  { "phones:fax", "fax faks belgegecer belgec" },
  { "phones:pager", "pager cagricihaz" },
  { "phones:car", "carphone arabatelefon" },
  { "phones.label", "phonetype phonelabel telefontur telefontip telefonetiket" },
  { "emails", "email emails emailaddress emailaddresses mail mailaddress emailadres mailadres mailler eposta "
              "epostalar epostaadres elektronikposta elektronikpostaadres primaryemail primaryemailaddress "
              "associatedcontactemail eadres" },
  { "emails:other", "secondaryemail secondemail additionalemail additionalemailaddresses ikincieposta alternatifeposta" },
  { "emails.label", "emailtype emaillabel epostatur epostatip epostaetiket" },
  { "addresses.street", "address adres addresses adresler postaladdress fulladdress streetaddress street acikadres "
                        "tamadres postaadres sokak cadde addressstreet addressline adressatir adressokak "
                        "iletisimadres" },
  { "addresses.formatted", "addressformatted formattedaddress adresbicimlenmis" },
  { "addresses.extra", "addressextendedaddress extendedaddress pobox addresspobox postakutusu mahalle mah "
                       "addressneighborhood" },
  { "addresses.district", "district county ilce semt adresilce addressdistrict" },
  { "addresses.city", "city town il sehir addresscity adresil adressehir" },
  { "addresses.region", "state region province stateregion stateprovince provincestate eyalet bolge "
                        "addressregion addressstate sehirbolge" },
  { "addresses.postcode", "zip zipcode postal postalcode postcode zippostalcode postakod pk addresspostalcode "
                          "addresszip adrespostakod" },
  { "addresses.country", "country countryregion ulke ulkebolge addresscountry adresulke" },
  { "addresses.label", "addresstype addresslabel adrestur adrestip adresetiket" },
  { "links:web", "website websites websiteurl web webpage webpages webaddress websitesi websayfa webadres "
                 "url homepage site internetsite internetsitesi internetadres internetsayfa companydomain "
                 "companydomainname domain domainname alanad" },
  { "links:linkedin", "linkedin linkedinurl linkedinprofile linkedinprofil personlinkedinurl linkedinbio" },
  { "links:instagram", "instagram instagramhesap instagramurl insta" },
  { "links:x", "twitter twitterhandle twitterurl twitterusername xhesap twitterhesap" },
  { "links:facebook", "facebook facebookurl facebookpage facebookcompanypage" },
  { "links.label", "websitetype websitelabel weblabel" },
  { "tags", "tags tag labels label groups group groupmembership categories category etiket etiketler kategori "
            "kategoriler grup gruplar keywords anahtarsozcukler anahtarkelimeler" },
  { "source", "source leadsource originalsource originaltrafficsource customersource referral kaynak kaynagi "
              "musterikaynagi musterikaynak gelisyeri gelissekli neredenduydu neredenduydunuz nasilduydu "
              "nasilduydunuz nasilbuldu bizinasilduydunuz bizineredenduydunuz bizineredenbuldunuz bizinasilbuldunuz "
              "howdidyouhearaboutus howtheyheardaboutus hearaboutus edinimkanali edinimkanal" },
  { "interests", "interests interest products product productsofinterest productinterest interestedin ilgialani "
                 "ilgialanlari ilgilendigiurun ilgilendigiurunler ilgiliurun ilgiliurunler urun urunler "
                 "ilgilendigihizmet ilgilendigihizmetler" },
  { "sector", "sector industry sektor iskolu faaliyetalani faaliyetalan faaliyetkonusu" },
  { "size", "size numberofemployees employees employeecount companysize calisansayisi personelsayisi buyukluk" },
  { "tax_id", "taxid taxidentifier taxnumber taxno vat vatid vatnumber vatno vkn verginumara vergi vergikimlik "
              "vergikimliknumara tckn tc tckimlik tckimliknumara kimlik kimliknumara vkntckn tcknvkn "
              "tcvkn vergitc vergitckimlik vergitcno vknveyatckn" },
  { "tax_office", "taxoffice vergidairesi vergidaire vd" },
  { "iban", "iban bankaiban ibanhesap" },
  { "birthday", "birthday birthdate dateofbirth dob birth dogumtarihi dogumtarih dogumgunu dogumgun dtarihi "
                "dogum" },
  { "birthday.year", "birthyear dogumyil" },
  { "birthday.month", "birthmonth dogumay" },
  { "language", "language preferredlanguage dil tercihedilendil konustugudil" },
  { "notes", "notes note comments comment description background remarks remark memo not notlar aciklama "
             "aciklamalar yorum yorumlar ozelnotlar" },
};

static const char * const customer_owners[] = {
  "person", "contact", "customer", "client", "lead", "account", "organization", "organisation", "primary",
  "musteri", "kisi", "cari", "yetkili", "ilgilikisi", "irtibat", "associated", "mailing",
  NULL
};

static const VelColumnNames deal_names[] = {
  { "title", "title name subject topic dealname opportunityname deal opportunity oppname firsat firsatad firsatisim "
             "satisfirsat satisfirsatiad baslik konu isad isinad proje projead" },
  { "code", "id code number recordid dealid dealcode dealnumber opportunityid opportunitynumber oppid numara no kod "
            "firsatno firsatnumara firsatkod firsatid kayitno ref reference referans referansno" },
  { "customer", "customer client customername clientname partner buyer musteri musteriad musteriisim musteriadsoyad "
                "musteriunvan cari cariad cariunvan carihesap carihesapad unvan danisan hasta" },
  { "customer.organisation", "account accountname company companyname organization organisation org organizationname "
                             "organisationname associatedcompany associatedcompanyname primaryassociatedcompany "
                             "business firma firmaad firmaunvan sirket sirketad sirketunvan kurum kurumad" },
  { "customer.id", "customerid musteriid musterino musterinumara" },
  { "customer.email", "email emailaddress mail eposta epostaadres customeremail clientemail companyemail "
                      "organizationemail musterieposta musteriemail musterimail firmaeposta" },
  { "customer.phone", "phone phonenumber telephone mobile tel telefon telefonnumara cep ceptelefon gsm customerphone "
                      "clientphone companyphone organizationphone musteritelefon musteritel firmatelefon" },
  { "contact", "contact contactname contactperson contactfullname person personname primarycontact associatedcontact "
               "yetkili yetkilikisi yetkiliad ilgili ilgilikisi kisi kisiad irtibat irtibatkisi muhatap" },
  { "contact.email", "contactemail contactpersonemail personemail personemailwork yetkilieposta ilgilieposta kisieposta" },
  { "contact.phone", "contactphone contactpersonphone personphone personphonework yetkilitelefon ilgilitelefon "
                     "kisitelefon" },
  { "pipeline", "pipeline salespipeline dealpipeline pipelinename hat satishat satishatti boruhatti" },
  { "stage", "stage dealstage salesstage opportunitystage pipelinestage stagename asama asamaad satisasama "
             "satisasamasi firsatasama firsatasamasi evre adim" },
  { "status?", "status state dealstatus opportunitystatus result outcome durum firsatdurum satisdurum sonuc" },
  { "amount", "amount value dealvalue dealamount closevalue price total totalamount totalvalue expectedrevenue revenue "
              "opportunityamount tutar toplam toplamtutar bedel deger fiyat gelir beklenengelir beklenentutar "
              "firsattutar firsatdeger satistutar" },
  { "currency", "currency currencycode dealcurrency currencyisocode isocurrency amountcurrency valuecurrency currencyofvalue "
                "opportunitycurrency parabirim parabirimi para doviz dovizcins dovizcinsi dovizkod tutarparabirim tutarparabirimi tutardoviz" },
  { "probability", "probability dealprobability winprobability probabilitytowin olasilik olasiligi ihtimal "
                   "kazanmaolasiligi kazanmaihtimali" },
  { "expected_close", "expectedclose expectedclosedate expectedclosing expectedclosingdate estimatedclosedate "
                      "estimatedclose forecastclosedate tahminikapanis tahminikapanistarih tahminikapanistarihi "
                      "beklenenkapanis beklenenkapanistarih beklenenkapanistarihi hedeftarih hedefkapanis" },
  { "closed.expected", "closedate closingdate close dealclosedate enddate kapanis kapanistarih kapanistarihi bitis "
                       "bitistarih bitistarihi" },
  { "closed", "closed closeddate closedon closedat closedtime dealclosedon wontime losttime wondate lostdate "
              "closetime kapandi kapandigitarih kapanmatarih kapanmatarihi kazanilmatarihi kaybedilmetarihi" },
  { "opened", "opened openedon opendate began begindate created createdon createdat createdate createddate dealcreated "
              "creationdate createdtime addtime engagedate startdate start date baslangic baslangictarih "
              "baslangictarihi acilis acilistarih acilistarihi olusturma olusturmatarih olusturmatarihi "
              "olusturulmatarih olusturulmatarihi eklenmetarihi eklemetarihi kayittarih kayittarihi tarih" },
  { "owner", "owner dealowner opportunityowner ownername salesagent agent salesperson salesrep salesrepresentative rep "
             "assignedto assignee sorumlu sorumlukisi temsilci satistemsilcisi satisci sahip sahibi firsatsahibi atanan "
             "plasiyer" },
  { "product", "product productname item service urun urunad hizmet hizmetad" },
  { "lost_reason", "lostreason lossreason closedlostreason reasonlost reasonforloss kayipneden "
                   "kayipsebep kayipsebebi kaybedilmeneden kaybedilmesebebi kaybetmeneden kaybetmenedeni "
                   "kaybedilmenedeni" },
  { "next_step", "nextstep nextactivity nextaction nextactivitysubject sonrakiadim siradakiadim sonrakiis" },
  { "source", "source leadsource dealsource originalsource originaltrafficsource channel kaynak kaynagi firsatkaynagi "
              "kanal" },
  { "need", "need needs description notes note comments details ihtiyac aciklama not notlar gereksinim detay" },
  { "tags", "tags tag labels label etiket etiketler" },
  { "contract", "contract hascontract sozlesme sozlesmevar sozlesmevarmi" },
  { "contract_place", "contractplace contractlocation sozlesmeyer sozlesmeyeri sozlesmeneredesi" },
};

static const char * const deal_owners[] = {
  "deal", "opportunity", "opp", "firsat", "satisfirsati", NULL
};

static const VelColumnNames product_names[] = {
  { "name", "name product productname title item itemname service ad isim tanim urun urunad urunisim hizmet hizmetad "
            "stokad malzeme malzemead" },
  { "category", "category productcategory series family productfamily group productgroup type kategori urunkategori "
                "seri grup urungrup urungrubu tur tip" },
  { "price", "price salesprice saleprice unitprice listprice sellingprice amount fiyat satisfiyat satisfiyati "
             "birimfiyat birimfiyati listefiyat listefiyati tutar" },
  { "currency", "currency currencycode parabirim parabirimi doviz dovizcins dovizcinsi" },
  { "archived", "archived discontinued arsiv arsivde arsivlendi" },
};

static const char * const product_owners[] = { "product", "urun", "stok", NULL };

static const VelColumnDictionary dictionaries[] = {
  { &vel_customer_entity, customer_names, G_N_ELEMENTS (customer_names), customer_owners },
  { &vel_deal_entity, deal_names, G_N_ELEMENTS (deal_names), deal_owners },
  { &vel_product_entity, product_names, G_N_ELEMENTS (product_names), product_owners },
};

/**
 * vel_column_dictionary_find:
 * @entity: what the rows of a table are
 *
 * Returns: (transfer none) (nullable): what their columns are called, or %NULL
 *   if tables of them cannot be imported
 */
const VelColumnDictionary *
vel_column_dictionary_find (const VelEntity *entity)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dictionaries); i++)
    if (dictionaries[i].entity == entity)
      return &dictionaries[i];
  return NULL;
}
