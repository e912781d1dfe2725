/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The provinces of Turkey (il) in the order of their plate codes, 01 to 81, each
 * with its districts (ilçe) in Turkish order. There are 973 districts: 51 of them are
 * the central one ("Merkez") of a province that is no büyükşehir, as the 30
 * büyükşehir have none since law 6360 of 2012.
 */
#include "config.h"

#include "vel-place-data.h"

#include <stddef.h>

#define DISTRICTS(...) (const char *const[]) { __VA_ARGS__, NULL }

const VelPlaceCity vel_place_cities[VEL_PLACE_N_CITIES] = {
  { "Adana", /* 01 */
    DISTRICTS ("Aladağ", "Ceyhan", "Çukurova", "Feke", "İmamoğlu", "Karaisalı", "Karataş",
               "Kozan", "Pozantı", "Saimbeyli", "Sarıçam", "Seyhan", "Tufanbeyli", "Yumurtalık",
               "Yüreğir") },
  { "Adıyaman", /* 02 */
    DISTRICTS ("Besni", "Çelikhan", "Gerger", "Gölbaşı", "Kahta", "Merkez", "Samsat", "Sincik",
               "Tut") },
  { "Afyonkarahisar", /* 03 */
    DISTRICTS ("Başmakçı", "Bayat", "Bolvadin", "Çay", "Çobanlar", "Dazkırı", "Dinar", "Emirdağ",
               "Evciler", "Hocalar", "İhsaniye", "İscehisar", "Kızılören", "Merkez", "Sandıklı",
               "Sinanpaşa", "Sultandağı", "Şuhut") },
  { "Ağrı", /* 04 */
    DISTRICTS ("Diyadin", "Doğubayazıt", "Eleşkirt", "Hamur", "Merkez", "Patnos", "Taşlıçay",
               "Tutak") },
  { "Amasya", /* 05 */
    DISTRICTS ("Göynücek", "Gümüşhacıköy", "Hamamözü", "Merkez", "Merzifon", "Suluova", "Taşova") },
  { "Ankara", /* 06 */
    DISTRICTS ("Akyurt", "Altındağ", "Ayaş", "Bala", "Beypazarı", "Çamlıdere", "Çankaya", "Çubuk",
               "Elmadağ", "Etimesgut", "Evren", "Gölbaşı", "Güdül", "Haymana", "Kahramankazan",
               "Kalecik", "Keçiören", "Kızılcahamam", "Mamak", "Nallıhan", "Polatlı", "Pursaklar",
               "Sincan", "Şereflikoçhisar", "Yenimahalle") },
  { "Antalya", /* 07 */
    DISTRICTS ("Akseki", "Aksu", "Alanya", "Demre", "Döşemealtı", "Elmalı", "Finike", "Gazipaşa",
               "Gündoğmuş", "İbradı", "Kaş", "Kemer", "Kepez", "Konyaaltı", "Korkuteli",
               "Kumluca", "Manavgat", "Muratpaşa", "Serik") },
  { "Artvin", /* 08 */
    DISTRICTS ("Ardanuç", "Arhavi", "Borçka", "Hopa", "Kemalpaşa", "Merkez", "Murgul", "Şavşat",
               "Yusufeli") },
  { "Aydın", /* 09 */
    DISTRICTS ("Bozdoğan", "Buharkent", "Çine", "Didim", "Efeler", "Germencik", "İncirliova",
               "Karacasu", "Karpuzlu", "Koçarlı", "Köşk", "Kuşadası", "Kuyucak", "Nazilli",
               "Söke", "Sultanhisar", "Yenipazar") },
  { "Balıkesir", /* 10 */
    DISTRICTS ("Altıeylül", "Ayvalık", "Balya", "Bandırma", "Bigadiç", "Burhaniye", "Dursunbey",
               "Edremit", "Erdek", "Gömeç", "Gönen", "Havran", "İvrindi", "Karesi", "Kepsut",
               "Manyas", "Marmara", "Savaştepe", "Sındırgı", "Susurluk") },
  { "Bilecik", /* 11 */
    DISTRICTS ("Bozüyük", "Gölpazarı", "İnhisar", "Merkez", "Osmaneli", "Pazaryeri", "Söğüt",
               "Yenipazar") },
  { "Bingöl", /* 12 */
    DISTRICTS ("Adaklı", "Genç", "Karlıova", "Kiğı", "Merkez", "Solhan", "Yayladere", "Yedisu") },
  { "Bitlis", /* 13 */
    DISTRICTS ("Adilcevaz", "Ahlat", "Güroymak", "Hizan", "Merkez", "Mutki", "Tatvan") },
  { "Bolu", /* 14 */
    DISTRICTS ("Dörtdivan", "Gerede", "Göynük", "Kıbrıscık", "Mengen", "Merkez", "Mudurnu",
               "Seben", "Yeniçağa") },
  { "Burdur", /* 15 */
    DISTRICTS ("Ağlasun", "Altınyayla", "Bucak", "Çavdır", "Çeltikçi", "Gölhisar", "Karamanlı",
               "Kemer", "Merkez", "Tefenni", "Yeşilova") },
  { "Bursa", /* 16 */
    DISTRICTS ("Büyükorhan", "Gemlik", "Gürsu", "Harmancık", "İnegöl", "İznik", "Karacabey",
               "Keles", "Kestel", "Mudanya", "Mustafakemalpaşa", "Nilüfer", "Orhaneli",
               "Orhangazi", "Osmangazi", "Yenişehir", "Yıldırım") },
  { "Çanakkale", /* 17 */
    DISTRICTS ("Ayvacık", "Bayramiç", "Biga", "Bozcaada", "Çan", "Eceabat", "Ezine", "Gelibolu",
               "Gökçeada", "Lapseki", "Merkez", "Yenice") },
  { "Çankırı", /* 18 */
    DISTRICTS ("Atkaracalar", "Bayramören", "Çerkeş", "Eldivan", "Ilgaz", "Kızılırmak", "Korgun",
               "Kurşunlu", "Merkez", "Orta", "Şabanözü", "Yapraklı") },
  { "Çorum", /* 19 */
    DISTRICTS ("Alaca", "Bayat", "Boğazkale", "Dodurga", "İskilip", "Kargı", "Laçin", "Mecitözü",
               "Merkez", "Oğuzlar", "Ortaköy", "Osmancık", "Sungurlu", "Uğurludağ") },
  { "Denizli", /* 20 */
    DISTRICTS ("Acıpayam", "Babadağ", "Baklan", "Bekilli", "Beyağaç", "Bozkurt", "Buldan", "Çal",
               "Çameli", "Çardak", "Çivril", "Güney", "Honaz", "Kale", "Merkezefendi",
               "Pamukkale", "Sarayköy", "Serinhisar", "Tavas") },
  { "Diyarbakır", /* 21 */
    DISTRICTS ("Bağlar", "Bismil", "Çermik", "Çınar", "Çüngüş", "Dicle", "Eğil", "Ergani", "Hani",
               "Hazro", "Kayapınar", "Kocaköy", "Kulp", "Lice", "Silvan", "Sur", "Yenişehir") },
  { "Edirne", /* 22 */
    DISTRICTS ("Enez", "Havsa", "İpsala", "Keşan", "Lalapaşa", "Meriç", "Merkez", "Süloğlu",
               "Uzunköprü") },
  { "Elazığ", /* 23 */
    DISTRICTS ("Ağın", "Alacakaya", "Arıcak", "Baskil", "Karakoçan", "Keban", "Kovancılar",
               "Maden", "Merkez", "Palu", "Sivrice") },
  { "Erzincan", /* 24 */
    DISTRICTS ("Çayırlı", "İliç", "Kemah", "Kemaliye", "Merkez", "Otlukbeli", "Refahiye",
               "Tercan", "Üzümlü") },
  { "Erzurum", /* 25 */
    DISTRICTS ("Aşkale", "Aziziye", "Çat", "Hınıs", "Horasan", "İspir", "Karaçoban", "Karayazı",
               "Köprüköy", "Narman", "Oltu", "Olur", "Palandöken", "Pasinler", "Pazaryolu",
               "Şenkaya", "Tekman", "Tortum", "Uzundere", "Yakutiye") },
  { "Eskişehir", /* 26 */
    DISTRICTS ("Alpu", "Beylikova", "Çifteler", "Günyüzü", "Han", "İnönü", "Mahmudiye",
               "Mihalgazi", "Mihalıççık", "Odunpazarı", "Sarıcakaya", "Seyitgazi", "Sivrihisar",
               "Tepebaşı") },
  { "Gaziantep", /* 27 */
    DISTRICTS ("Araban", "İslahiye", "Karkamış", "Nizip", "Nurdağı", "Oğuzeli", "Şahinbey",
               "Şehitkamil", "Yavuzeli") },
  { "Giresun", /* 28 */
    DISTRICTS ("Alucra", "Bulancak", "Çamoluk", "Çanakçı", "Dereli", "Doğankent", "Espiye",
               "Eynesil", "Görele", "Güce", "Keşap", "Merkez", "Piraziz", "Şebinkarahisar",
               "Tirebolu", "Yağlıdere") },
  { "Gümüşhane", /* 29 */
    DISTRICTS ("Kelkit", "Köse", "Kürtün", "Merkez", "Şiran", "Torul") },
  { "Hakkâri", /* 30 */
    DISTRICTS ("Çukurca", "Derecik", "Merkez", "Şemdinli", "Yüksekova") },
  { "Hatay", /* 31 */
    DISTRICTS ("Altınözü", "Antakya", "Arsuz", "Belen", "Defne", "Dörtyol", "Erzin", "Hassa",
               "İskenderun", "Kırıkhan", "Kumlu", "Payas", "Reyhanlı", "Samandağ", "Yayladağı") },
  { "Isparta", /* 32 */
    DISTRICTS ("Aksu", "Atabey", "Eğirdir", "Gelendost", "Gönen", "Keçiborlu", "Merkez",
               "Senirkent", "Sütçüler", "Şarkikaraağaç", "Uluborlu", "Yalvaç", "Yenişarbademli") },
  { "Mersin", /* 33 */
    DISTRICTS ("Akdeniz", "Anamur", "Aydıncık", "Bozyazı", "Çamlıyayla", "Erdemli", "Gülnar",
               "Mezitli", "Mut", "Silifke", "Tarsus", "Toroslar", "Yenişehir") },
  { "İstanbul", /* 34 */
    DISTRICTS ("Adalar", "Arnavutköy", "Ataşehir", "Avcılar", "Bağcılar", "Bahçelievler",
               "Bakırköy", "Başakşehir", "Bayrampaşa", "Beşiktaş", "Beykoz", "Beylikdüzü",
               "Beyoğlu", "Büyükçekmece", "Çatalca", "Çekmeköy", "Esenler", "Esenyurt",
               "Eyüpsultan", "Fatih", "Gaziosmanpaşa", "Güngören", "Kadıköy", "Kâğıthane",
               "Kartal", "Küçükçekmece", "Maltepe", "Pendik", "Sancaktepe", "Sarıyer", "Silivri",
               "Sultanbeyli", "Sultangazi", "Şile", "Şişli", "Tuzla", "Ümraniye", "Üsküdar",
               "Zeytinburnu") },
  { "İzmir", /* 35 */
    DISTRICTS ("Aliağa", "Balçova", "Bayındır", "Bayraklı", "Bergama", "Beydağ", "Bornova",
               "Buca", "Çeşme", "Çiğli", "Dikili", "Foça", "Gaziemir", "Güzelbahçe", "Karabağlar",
               "Karaburun", "Karşıyaka", "Kemalpaşa", "Kınık", "Kiraz", "Konak", "Menderes",
               "Menemen", "Narlıdere", "Ödemiş", "Seferihisar", "Selçuk", "Tire", "Torbalı",
               "Urla") },
  { "Kars", /* 36 */
    DISTRICTS ("Akyaka", "Arpaçay", "Digor", "Kağızman", "Merkez", "Sarıkamış", "Selim", "Susuz") },
  { "Kastamonu", /* 37 */
    DISTRICTS ("Abana", "Ağlı", "Araç", "Azdavay", "Bozkurt", "Cide", "Çatalzeytin", "Daday",
               "Devrekani", "Doğanyurt", "Hanönü", "İhsangazi", "İnebolu", "Küre", "Merkez",
               "Pınarbaşı", "Seydiler", "Şenpazar", "Taşköprü", "Tosya") },
  { "Kayseri", /* 38 */
    DISTRICTS ("Akkışla", "Bünyan", "Develi", "Felahiye", "Hacılar", "İncesu", "Kocasinan",
               "Melikgazi", "Özvatan", "Pınarbaşı", "Sarıoğlan", "Sarız", "Talas", "Tomarza",
               "Yahyalı", "Yeşilhisar") },
  { "Kırklareli", /* 39 */
    DISTRICTS ("Babaeski", "Demirköy", "Kofçaz", "Lüleburgaz", "Merkez", "Pehlivanköy",
               "Pınarhisar", "Vize") },
  { "Kırşehir", /* 40 */
    DISTRICTS ("Akçakent", "Akpınar", "Boztepe", "Çiçekdağı", "Kaman", "Merkez", "Mucur") },
  { "Kocaeli", /* 41 */
    DISTRICTS ("Başiskele", "Çayırova", "Darıca", "Derince", "Dilovası", "Gebze", "Gölcük",
               "İzmit", "Kandıra", "Karamürsel", "Kartepe", "Körfez") },
  { "Konya", /* 42 */
    DISTRICTS ("Ahırlı", "Akören", "Akşehir", "Altınekin", "Beyşehir", "Bozkır", "Cihanbeyli",
               "Çeltik", "Çumra", "Derbent", "Derebucak", "Doğanhisar", "Emirgazi", "Ereğli",
               "Güneysınır", "Hadim", "Halkapınar", "Hüyük", "Ilgın", "Kadınhanı", "Karapınar",
               "Karatay", "Kulu", "Meram", "Sarayönü", "Selçuklu", "Seydişehir", "Taşkent",
               "Tuzlukçu", "Yalıhüyük", "Yunak") },
  { "Kütahya", /* 43 */
    DISTRICTS ("Altıntaş", "Aslanapa", "Çavdarhisar", "Domaniç", "Dumlupınar", "Emet", "Gediz",
               "Hisarcık", "Merkez", "Pazarlar", "Simav", "Şaphane", "Tavşanlı") },
  { "Malatya", /* 44 */
    DISTRICTS ("Akçadağ", "Arapgir", "Arguvan", "Battalgazi", "Darende", "Doğanşehir", "Doğanyol",
               "Hekimhan", "Kale", "Kuluncak", "Pütürge", "Yazıhan", "Yeşilyurt") },
  { "Manisa", /* 45 */
    DISTRICTS ("Ahmetli", "Akhisar", "Alaşehir", "Demirci", "Gölmarmara", "Gördes", "Kırkağaç",
               "Köprübaşı", "Kula", "Salihli", "Sarıgöl", "Saruhanlı", "Selendi", "Soma",
               "Şehzadeler", "Turgutlu", "Yunusemre") },
  { "Kahramanmaraş", /* 46 */
    DISTRICTS ("Afşin", "Andırın", "Çağlayancerit", "Dulkadiroğlu", "Ekinözü", "Elbistan",
               "Göksun", "Nurhak", "Onikişubat", "Pazarcık", "Türkoğlu") },
  { "Mardin", /* 47 */
    DISTRICTS ("Artuklu", "Dargeçit", "Derik", "Kızıltepe", "Mazıdağı", "Midyat", "Nusaybin",
               "Ömerli", "Savur", "Yeşilli") },
  { "Muğla", /* 48 */
    DISTRICTS ("Bodrum", "Dalaman", "Datça", "Fethiye", "Kavaklıdere", "Köyceğiz", "Marmaris",
               "Menteşe", "Milas", "Ortaca", "Seydikemer", "Ula", "Yatağan") },
  { "Muş", /* 49 */
    DISTRICTS ("Bulanık", "Hasköy", "Korkut", "Malazgirt", "Merkez", "Varto") },
  { "Nevşehir", /* 50 */
    DISTRICTS ("Acıgöl", "Avanos", "Derinkuyu", "Gülşehir", "Hacıbektaş", "Kozaklı", "Merkez",
               "Ürgüp") },
  { "Niğde", /* 51 */
    DISTRICTS ("Altunhisar", "Bor", "Çamardı", "Çiftlik", "Merkez", "Ulukışla") },
  { "Ordu", /* 52 */
    DISTRICTS ("Akkuş", "Altınordu", "Aybastı", "Çamaş", "Çatalpınar", "Çaybaşı", "Fatsa",
               "Gölköy", "Gülyalı", "Gürgentepe", "İkizce", "Kabadüz", "Kabataş", "Korgan",
               "Kumru", "Mesudiye", "Perşembe", "Ulubey", "Ünye") },
  { "Rize", /* 53 */
    DISTRICTS ("Ardeşen", "Çamlıhemşin", "Çayeli", "Derepazarı", "Fındıklı", "Güneysu", "Hemşin",
               "İkizdere", "İyidere", "Kalkandere", "Merkez", "Pazar") },
  { "Sakarya", /* 54 */
    DISTRICTS ("Adapazarı", "Akyazı", "Arifiye", "Erenler", "Ferizli", "Geyve", "Hendek",
               "Karapürçek", "Karasu", "Kaynarca", "Kocaali", "Pamukova", "Sapanca", "Serdivan",
               "Söğütlü", "Taraklı") },
  { "Samsun", /* 55 */
    DISTRICTS ("19 Mayıs", "Alaçam", "Asarcık", "Atakum", "Ayvacık", "Bafra", "Canik", "Çarşamba",
               "Havza", "İlkadım", "Kavak", "Ladik", "Salıpazarı", "Tekkeköy", "Terme",
               "Vezirköprü", "Yakakent") },
  { "Siirt", /* 56 */
    DISTRICTS ("Baykan", "Eruh", "Kurtalan", "Merkez", "Pervari", "Şirvan", "Tillo") },
  { "Sinop", /* 57 */
    DISTRICTS ("Ayancık", "Boyabat", "Dikmen", "Durağan", "Erfelek", "Gerze", "Merkez",
               "Saraydüzü", "Türkeli") },
  { "Sivas", /* 58 */
    DISTRICTS ("Akıncılar", "Altınyayla", "Divriği", "Doğanşar", "Gemerek", "Gölova", "Gürün",
               "Hafik", "İmranlı", "Kangal", "Koyulhisar", "Merkez", "Suşehri", "Şarkışla",
               "Ulaş", "Yıldızeli", "Zara") },
  { "Tekirdağ", /* 59 */
    DISTRICTS ("Çerkezköy", "Çorlu", "Ergene", "Hayrabolu", "Kapaklı", "Malkara",
               "Marmaraereğlisi", "Muratlı", "Saray", "Süleymanpaşa", "Şarköy") },
  { "Tokat", /* 60 */
    DISTRICTS ("Almus", "Artova", "Başçiftlik", "Erbaa", "Merkez", "Niksar", "Pazar", "Reşadiye",
               "Sulusaray", "Turhal", "Yeşilyurt", "Zile") },
  { "Trabzon", /* 61 */
    DISTRICTS ("Akçaabat", "Araklı", "Arsin", "Beşikdüzü", "Çarşıbaşı", "Çaykara", "Dernekpazarı",
               "Düzköy", "Hayrat", "Köprübaşı", "Maçka", "Of", "Ortahisar", "Sürmene",
               "Şalpazarı", "Tonya", "Vakfıkebir", "Yomra") },
  { "Tunceli", /* 62 */
    DISTRICTS ("Çemişgezek", "Hozat", "Mazgirt", "Merkez", "Nazımiye", "Ovacık", "Pertek",
               "Pülümür") },
  { "Şanlıurfa", /* 63 */
    DISTRICTS ("Akçakale", "Birecik", "Bozova", "Ceylanpınar", "Eyyübiye", "Halfeti", "Haliliye",
               "Harran", "Hilvan", "Karaköprü", "Siverek", "Suruç", "Viranşehir") },
  { "Uşak", /* 64 */
    DISTRICTS ("Banaz", "Eşme", "Karahallı", "Merkez", "Sivaslı", "Ulubey") },
  { "Van", /* 65 */
    DISTRICTS ("Bahçesaray", "Başkale", "Çaldıran", "Çatak", "Edremit", "Erciş", "Gevaş",
               "Gürpınar", "İpekyolu", "Muradiye", "Özalp", "Saray", "Tuşba") },
  { "Yozgat", /* 66 */
    DISTRICTS ("Akdağmadeni", "Aydıncık", "Boğazlıyan", "Çandır", "Çayıralan", "Çekerek",
               "Kadışehri", "Merkez", "Saraykent", "Sarıkaya", "Sorgun", "Şefaatli", "Yenifakılı",
               "Yerköy") },
  { "Zonguldak", /* 67 */
    DISTRICTS ("Alaplı", "Çaycuma", "Devrek", "Ereğli", "Gökçebey", "Kilimli", "Kozlu", "Merkez") },
  { "Aksaray", /* 68 */
    DISTRICTS ("Ağaçören", "Eskil", "Gülağaç", "Güzelyurt", "Merkez", "Ortaköy", "Sarıyahşi",
               "Sultanhanı") },
  { "Bayburt", /* 69 */
    DISTRICTS ("Aydıntepe", "Demirözü", "Merkez") },
  { "Karaman", /* 70 */
    DISTRICTS ("Ayrancı", "Başyayla", "Ermenek", "Kazımkarabekir", "Merkez", "Sarıveliler") },
  { "Kırıkkale", /* 71 */
    DISTRICTS ("Bahşılı", "Balışeyh", "Çelebi", "Delice", "Karakeçili", "Keskin", "Merkez",
               "Sulakyurt", "Yahşihan") },
  { "Batman", /* 72 */
    DISTRICTS ("Beşiri", "Gercüş", "Hasankeyf", "Kozluk", "Merkez", "Sason") },
  { "Şırnak", /* 73 */
    DISTRICTS ("Beytüşşebap", "Cizre", "Güçlükonak", "İdil", "Merkez", "Silopi", "Uludere") },
  { "Bartın", /* 74 */
    DISTRICTS ("Amasra", "Kurucaşile", "Merkez", "Ulus") },
  { "Ardahan", /* 75 */
    DISTRICTS ("Çıldır", "Damal", "Göle", "Hanak", "Merkez", "Posof") },
  { "Iğdır", /* 76 */
    DISTRICTS ("Aralık", "Karakoyunlu", "Merkez", "Tuzluca") },
  { "Yalova", /* 77 */
    DISTRICTS ("Altınova", "Armutlu", "Çınarcık", "Çiftlikköy", "Merkez", "Termal") },
  { "Karabük", /* 78 */
    DISTRICTS ("Eflani", "Eskipazar", "Merkez", "Ovacık", "Safranbolu", "Yenice") },
  { "Kilis", /* 79 */
    DISTRICTS ("Elbeyli", "Merkez", "Musabeyli", "Polateli") },
  { "Osmaniye", /* 80 */
    DISTRICTS ("Bahçe", "Düziçi", "Hasanbeyli", "Kadirli", "Merkez", "Sumbas", "Toprakkale") },
  { "Düzce", /* 81 */
    DISTRICTS ("Akçakoca", "Cumayeri", "Çilimli", "Gölyaka", "Gümüşova", "Kaynaşlı", "Merkez",
               "Yığılca") },
};
