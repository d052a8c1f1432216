<?xml version="1.0" encoding="UTF-8"?>
<!--
Names that eSpeak NG 1.51 reads wrongly in English, as newsreaders say them.
The comment behind each is what the engine (voice "en") said before. The transcriptions were written
from general knowledge, in the accent-neutral way of dictionaries (r wherever it is written); none was
copied. Where a reference is named, it is believed to give the same; nobody looked it up for this file.
-->
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">

  <!-- Heads of state and government, and of organisations -->
  <lexeme><grapheme>Chirac</grapheme><phoneme>ʃɪˈræk</phoneme></lexeme> <!-- k'aIrak; as commonly given in Wikipedia -->
  <lexeme><grapheme>Giscard d'Estaing</grapheme><phoneme>ʒiːˈskɑːr dɛˈstæ̃</phoneme></lexeme> <!-- dZ'IskA@d d'EsteIN -->
  <lexeme><grapheme>Mitterrand</grapheme><phoneme>ˈmiːtərɒ̃</phoneme></lexeme> <!-- m'ItI2r,and -->
  <lexeme><grapheme>Sarkozy</grapheme><phoneme>sɑːrˈkoʊzi</phoneme></lexeme> <!-- s'A@k0zi; as commonly given in Wikipedia -->
  <lexeme><grapheme>Macron</grapheme><phoneme>mæˈkrɒ̃</phoneme></lexeme> <!-- m'akr0n -->
  <lexeme><grapheme>Merkel</grapheme><phoneme>ˈmɛərkəl</phoneme></lexeme> <!-- m'3:k@L -->
  <lexeme><grapheme>Angela Merkel</grapheme><phoneme>ˈæŋɡələ ˈmɛərkəl</phoneme></lexeme> <!-- 'andZ@l@ m'3:k@L; as commonly given in Wikipedia -->
  <lexeme><grapheme>Juncker</grapheme><phoneme>ˈjʊŋkər</phoneme></lexeme> <!-- dZ'VNk3; as commonly given in Wikipedia -->
  <lexeme><grapheme>Barroso</grapheme><phoneme>bəˈroʊsoʊ</phoneme></lexeme> <!-- bar'oUsoU -->
  <lexeme><grapheme>Solana</grapheme><phoneme>soʊˈlɑːnə</phoneme></lexeme> <!-- s@l'A:n@ -->
  <lexeme><grapheme>von der Leyen</grapheme><phoneme>fɒn dər ˈlaɪən</phoneme></lexeme> <!-- v'0n d'e@ l'eI@n; as commonly given in Wikipedia -->
  <lexeme><grapheme>Stoltenberg</grapheme><phoneme>ˈstɒltənbɜːrɡ</phoneme></lexeme> <!-- st'oUlt@nb,3:g -->
  <lexeme><grapheme>Rasmussen</grapheme><phoneme>ˈræsmʊsən</phoneme></lexeme> <!-- r'azmVs@n -->
  <lexeme><grapheme>de Hoop Scheffer</grapheme><phoneme>də hoʊp ˈskɛfər</phoneme></lexeme> <!-- d@ h'u:p S'Ef3 -->
  <lexeme><grapheme>Jaap de Hoop Scheffer</grapheme><phoneme>jɑːp də hoʊp ˈskɛfər</phoneme></lexeme> <!-- dZ'A:p d@ h'u:p S'Ef3 -->
  <lexeme><grapheme>Balkenende</grapheme><phoneme>ˈbɑːlkənɛndə</phoneme></lexeme> <!-- b,O:lk@n'End -->
  <lexeme><grapheme>Rutte</grapheme><phoneme>ˈrʌtə</phoneme></lexeme> <!-- r'Vt -->
  <lexeme><grapheme>Berlusconi</grapheme><phoneme>ˌbɛərluˈskoʊni</phoneme></lexeme> <!-- b,3:l@sk'oUni; as commonly given in Wikipedia -->
  <lexeme><grapheme>Draghi</grapheme><phoneme>ˈdrɑːɡi</phoneme></lexeme> <!-- dr'aghaI; as commonly given in Wikipedia -->
  <lexeme><grapheme>Rajoy</grapheme><phoneme>rəˈhɔɪ</phoneme></lexeme> <!-- r'A:dZOI -->
  <lexeme><grapheme>Aznar</grapheme><phoneme>æθˈnɑːr</phoneme></lexeme> <!-- 'aznA@ -->
  <lexeme><grapheme>Sánchez</grapheme><grapheme>Sanchez</grapheme><phoneme>ˈsæntʃɛz</phoneme></lexeme> <!-- s'aanSeI -->
  <lexeme><grapheme>Zapatero</grapheme><phoneme>ˌθæpəˈtɛəroʊ</phoneme></lexeme> <!-- z,apa#t'e@roU -->
  <lexeme><grapheme>Orbán</grapheme><grapheme>Orban</grapheme><phoneme>ˈɔːrbɑːn</phoneme></lexeme> <!-- O@b'A:n; as commonly given in Wikipedia -->
  <lexeme><grapheme>Tusk</grapheme><phoneme>tʊsk</phoneme></lexeme> <!-- t'Vsk; as commonly given in Wikipedia -->
  <lexeme><grapheme>Wałęsa</grapheme><grapheme>Walesa</grapheme><phoneme>vəˈwɛnsə</phoneme></lexeme> <!-- w'eIls@; as commonly given in Wikipedia -->
  <lexeme><grapheme>Lech Wałęsa</grapheme><grapheme>Lech Walesa</grapheme><phoneme>lɛx vəˈwɛnsə</phoneme></lexeme> <!-- l'EtS w'eIls@ -->
  <lexeme><grapheme>Kwaśniewski</grapheme><grapheme>Kwasniewski</grapheme><phoneme>kvæʃˈnjɛfski</phoneme></lexeme> <!-- kw0snj'u:skI -->
  <lexeme><grapheme>Kaczyński</grapheme><grapheme>Kaczynski</grapheme><phoneme>kəˈtʃɪnski</phoneme></lexeme> <!-- kakz'InskI -->
  <lexeme><grapheme>Havel</grapheme><phoneme>ˈhɑːvəl</phoneme></lexeme> <!-- h'eIv@L; as commonly given in Wikipedia -->
  <lexeme><grapheme>Koštunica</grapheme><grapheme>Kostunica</grapheme><phoneme>kɒˈʃtuːnɪtsə</phoneme></lexeme> <!-- k@Stj'u:nIk@ -->
  <lexeme><grapheme>Vojislav Koštunica</grapheme><grapheme>Vojislav Kostunica</grapheme><phoneme>ˈvɔɪɪslɑːv kɒˈʃtuːnɪtsə</phoneme></lexeme> <!-- v'0dZIsl,av k@Stj'u:nIk@ -->
  <lexeme><grapheme>Milošević</grapheme><grapheme>Milosevic</grapheme><phoneme>mɪˈlɒʃəvɪtʃ</phoneme></lexeme> <!-- maIl'0SvIk; as commonly given in Wikipedia -->
  <lexeme><grapheme>Djukanović</grapheme><grapheme>Djukanovic</grapheme><grapheme>Đukanović</grapheme><phoneme>dʒuːˈkɑːnəvɪtʃ</phoneme></lexeme> <!-- dZ,u:ka#n'0vIk -->
  <lexeme><grapheme>Vučić</grapheme><grapheme>Vucic</grapheme><phoneme>ˈvuːtʃɪtʃ</phoneme></lexeme> <!-- vj'u:tSIk -->
  <lexeme><grapheme>Mladić</grapheme><grapheme>Mladic</grapheme><phoneme>ˈmlɑːdɪtʃ</phoneme></lexeme> <!-- 'Eml'adIk; as commonly given in Wikipedia -->
  <lexeme><grapheme>Karadžić</grapheme><grapheme>Karadzic</grapheme><phoneme>ˈkærədʒɪtʃ</phoneme></lexeme> <!-- kar'adZIk; as commonly given in Wikipedia -->
  <lexeme><grapheme>Tuđman</grapheme><grapheme>Tudjman</grapheme><phoneme>ˈtʊdʒmən</phoneme></lexeme> <!-- t'Vdm@n -->
  <lexeme><grapheme>Izetbegović</grapheme><grapheme>Izetbegovic</grapheme><phoneme>ˌɪzɛtˈbɛɡəvɪtʃ</phoneme></lexeme> <!-- ,IztbI2g'0vIk -->
  <lexeme><grapheme>Iohannis</grapheme><phoneme>joʊˈhɑːnɪs</phoneme></lexeme> <!-- 'aIoUh,aniz -->
  <lexeme><grapheme>Putin</grapheme><phoneme>ˈpuːtɪn</phoneme></lexeme> <!-- pj'u:tIn; as commonly given in Wikipedia -->
  <lexeme><grapheme>Medvedev</grapheme><phoneme>mɪdˈvjɛdɪf</phoneme></lexeme> <!-- m'EdvI2d,Ev -->
  <lexeme><grapheme>Gorbachev</grapheme><phoneme>ˈɡɔːrbətʃɒf</phoneme></lexeme> <!-- g'o@ba#S,Ev; as commonly given in Wikipedia -->
  <lexeme><grapheme>Zelenskyy</grapheme><grapheme>Zelensky</grapheme><phoneme>zəˈlɛnski</phoneme></lexeme> <!-- z'El@nskI;i; as commonly given in Wikipedia -->
  <lexeme><grapheme>Saakashvili</grapheme><phoneme>ˌsɑːkəʃˈviːli</phoneme></lexeme> <!-- s'A:ka#Sv,Ili -->
  <lexeme><grapheme>Musharraf</grapheme><phoneme>mʊˈʃɑːrəf</phoneme></lexeme> <!-- m'VSa#r,af -->
  <lexeme><grapheme>Nehru</grapheme><phoneme>ˈneɪruː</phoneme></lexeme> <!-- n'e@ru:; as commonly given in Wikipedia -->
  <lexeme><grapheme>Guterres</grapheme><phoneme>ɡuːˈtɛrɛs</phoneme></lexeme> <!-- gj'u:tEr@z -->
  <lexeme><grapheme>Ban Ki-moon</grapheme><phoneme>bɑːn kiː ˈmuːn</phoneme></lexeme> <!-- b'an k'aIm'u:n; as commonly given in Wikipedia -->
  <lexeme><grapheme>Boutros Boutros-Ghali</grapheme><phoneme>ˈbuːtrɒs ˈbuːtrɒs ˈɡɑːli</phoneme></lexeme> <!-- b'aUtroUz b'aUtroUzg'A:li; as commonly given in Wikipedia -->
  <lexeme><grapheme>Nkrumah</grapheme><phoneme>əŋˈkruːmə</phoneme></lexeme> <!-- 'ENkr'u:m@ -->
  <lexeme><grapheme>Nyerere</grapheme><phoneme>njɛˈrɛri</phoneme></lexeme> <!-- n'aI3r3 -->
  <lexeme><grapheme>Mbeki</grapheme><phoneme>əmˈbɛki</phoneme></lexeme> <!-- 'EmbI2ki; as commonly given in Wikipedia -->
  <lexeme><grapheme>Museveni</grapheme><phoneme>muːˈsɛvəni</phoneme></lexeme> <!-- mj'u:zI2v,Eni -->
  <lexeme><grapheme>Kagame</grapheme><phoneme>kəˈɡɑːmeɪ</phoneme></lexeme> <!-- k'ageIm; as commonly given in Wikipedia -->
  <lexeme><grapheme>Varadkar</grapheme><phoneme>vəˈrædkər</phoneme></lexeme> <!-- v'ara#dk,A@; as commonly given in Wikipedia -->
  <lexeme><grapheme>Ahmadinejad</grapheme><phoneme>ɑːˌmɑːdiːnɪˈʒɑːd</phoneme></lexeme> <!-- 'A:ma#d,aIndZad -->
  <lexeme><grapheme>Khamenei</grapheme><phoneme>ˌxɑːmɛˈneɪ</phoneme></lexeme> <!-- k'A:m@n,eI -->
  <lexeme><grapheme>Netanyahu</grapheme><phoneme>ˌnɛtənˈjɑːhuː</phoneme></lexeme> <!-- n,Eta#nI;'A:hu:; as commonly given in Wikipedia -->
  <lexeme><grapheme>Ehud</grapheme><phoneme>ˈeɪhʊd</phoneme></lexeme> <!-- 'EhVd -->
  <lexeme><grapheme>Erdoğan</grapheme><grapheme>Erdogan</grapheme><phoneme>ˈɛərdəwɑːn</phoneme></lexeme> <!-- '3:doUg@n -->
  <lexeme><grapheme>Recep Tayyip Erdoğan</grapheme><grapheme>Recep Tayyip Erdogan</grapheme><phoneme>rɛˈdʒɛp ˈtaɪɪp ˈɛərdəwɑːn</phoneme></lexeme> <!-- rI2s'Ep t'eIjIp '3:doUg@n -->
  <lexeme><grapheme>Nazarbayev</grapheme><phoneme>ˌnæzərˈbaɪɛf</phoneme></lexeme> <!-- n'azA@b,eIEv -->
  <lexeme><grapheme>Koizumi</grapheme><phoneme>kɔɪˈzuːmi</phoneme></lexeme> <!-- k'OIzju:mi -->
  <lexeme><grapheme>Xi Jinping</grapheme><phoneme>ʃiː dʒɪnˈpɪŋ</phoneme></lexeme> <!-- z'aI dZ'InpIN; as commonly given in Wikipedia -->
  <lexeme><grapheme>Deng Xiaoping</grapheme><phoneme>dʌŋ ʃaʊˈpɪŋ</phoneme></lexeme> <!-- d'EN z'aI@r-@p,IN; as commonly given in Wikipedia -->
  <lexeme><grapheme>Wen Jiabao</grapheme><phoneme>wʌn dʒɑːˈbaʊ</phoneme></lexeme> <!-- w'En dZ'aI@b,aU -->
  <lexeme><grapheme>Hu Jintao</grapheme><phoneme>huː dʒɪnˈtaʊ</phoneme></lexeme> <!-- h'u: dZ'IntaU; as commonly given in Wikipedia -->
  <lexeme><grapheme>Duterte</grapheme><phoneme>duːˈtɛərteɪ</phoneme></lexeme> <!-- dj'u:t3t; as commonly given in Wikipedia -->
  <lexeme><grapheme>Ho Chi Minh</grapheme><phoneme>hoʊ tʃiː ˈmɪn</phoneme></lexeme> <!-- h'oU k'aI m'In; as commonly given in Wikipedia -->
  <lexeme><grapheme>Nguyễn</grapheme><grapheme>Nguyen</grapheme><phoneme>ŋwɪn</phoneme></lexeme> <!-- 'En dZ'i: j'u: w'aI l,Et3_|w'0n_|'i:_|s'i:_|f'aIv_: 'En -->
  <lexeme><grapheme>Chávez</grapheme><grapheme>Chavez</grapheme><phoneme>ˈtʃɑːvɛz</phoneme></lexeme> <!-- tS'eIvEz; as commonly given in Wikipedia -->
  <lexeme><grapheme>Rousseff</grapheme><phoneme>ruːˈsɛf</phoneme></lexeme> <!-- r'aUsEf -->
  <lexeme><grapheme>Bachelet</grapheme><phoneme>bæʃəˈlɛt</phoneme></lexeme> <!-- b'A:kElI2t -->
  <lexeme><grapheme>Bolsonaro</grapheme><phoneme>ˌbɒlsəˈnɑːroʊ</phoneme></lexeme> <!-- b,0ls@n'aroU -->

  <!-- Institutions and parties -->
  <lexeme><grapheme>Dáil</grapheme><phoneme>dɔɪl</phoneme></lexeme> <!-- d'eIl; as commonly given in Wikipedia -->
  <lexeme><grapheme>Oireachtas</grapheme><phoneme>ˈɛrəxtəs</phoneme></lexeme> <!-- w'A@ratSt@z; as commonly given in Wikipedia -->
  <lexeme><grapheme>Bundestag</grapheme><phoneme>ˈbʊndəstɑːɡ</phoneme></lexeme> <!-- b'VndI2st,ag; as commonly given in Wikipedia -->
  <lexeme><grapheme>Bundesrat</grapheme><phoneme>ˈbʊndəsrɑːt</phoneme></lexeme> <!-- b'VndI2sr,at; as commonly given in Wikipedia -->
  <lexeme><grapheme>Bundeswehr</grapheme><phoneme>ˈbʊndəsvɛər</phoneme></lexeme> <!-- b'VndI2sw,eI3 -->
  <lexeme><grapheme>Knesset</grapheme><phoneme>kəˈnɛsɛt</phoneme></lexeme> <!-- n'EsEt; as commonly given in Wikipedia -->
  <lexeme><grapheme>Verkhovna Rada</grapheme><phoneme>vɛərˈxɒvnə ˈrɑːdə</phoneme></lexeme> <!-- v'3:kh0vn@ r'eId@ -->
  <lexeme><grapheme>Sejm</grapheme><phoneme>seɪm</phoneme></lexeme> <!-- s'EdZ@m; as commonly given in Wikipedia -->
  <lexeme><grapheme>Élysée</grapheme><grapheme>Elysée</grapheme><phoneme>eɪˈliːzeɪ</phoneme></lexeme> <!-- IlIs'eI -->
  <lexeme><grapheme>Quai d'Orsay</grapheme><phoneme>ˌkeɪ dɔːrˈseɪ</phoneme></lexeme> <!-- kw'aI d'O@seI -->
  <lexeme><grapheme>Mercosur</grapheme><phoneme>ˈmɜːrkəsʊər</phoneme></lexeme> <!-- m'3:k0Z3 -->
  <lexeme><grapheme>Hezbollah</grapheme><phoneme>ˌhɛzbəˈlɑː</phoneme></lexeme> <!-- h'Ezb0l@; as commonly given in Wikipedia -->
  <lexeme><grapheme>Hamas</grapheme><phoneme>həˈmæs</phoneme></lexeme> <!-- h'A:m@z -->
  <lexeme><grapheme>Taliban</grapheme><phoneme>ˈtælɪbæn</phoneme></lexeme> <!-- t'alIb@n; as commonly given in Wikipedia -->
  <lexeme><grapheme>Daesh</grapheme><phoneme>ˈdɑːɛʃ</phoneme></lexeme> <!-- d'i:S -->
  <lexeme><grapheme>Sinn Féin</grapheme><grapheme>Sinn Fein</grapheme><phoneme>ʃɪn ˈfeɪn</phoneme></lexeme> <!-- s'In f'eIIn; as commonly given in Wikipedia -->
  <lexeme><grapheme>Fianna Fáil</grapheme><grapheme>Fianna Fail</grapheme><phoneme>ˌfiːənə ˈfɔɪl</phoneme></lexeme> <!-- f'aI@n@ f'eIl -->
  <lexeme><grapheme>Fine Gael</grapheme><phoneme>ˌfiːnə ˈɡeɪl</phoneme></lexeme> <!-- f'aIn g'eIl; as commonly given in Wikipedia -->
  <lexeme><grapheme>Plaid Cymru</grapheme><phoneme>ˌplaɪd ˈkʌmri</phoneme></lexeme> <!-- pl'ad k'Vmri; as commonly given in Wikipedia -->

  <!-- Countries, capitals and places -->
  <lexeme><grapheme>Kyiv</grapheme><phoneme>ˈkiːv</phoneme></lexeme> <!-- kj'Iv; as commonly given in Wikipedia -->
  <lexeme><grapheme>Tbilisi</grapheme><phoneme>təbɪˈliːsi</phoneme></lexeme> <!-- t'i:baIl'Isi; as commonly given in Wikipedia -->
  <lexeme><grapheme>Chișinău</grapheme><grapheme>Chisinau</grapheme><phoneme>ˌkɪʃɪˈnaʊ</phoneme></lexeme> <!-- tS'IsIn,aU -->
  <lexeme><grapheme>Reykjavik</grapheme><grapheme>Reykjavík</grapheme><phoneme>ˈreɪkjəvɪk</phoneme></lexeme> <!-- r'eIkdZa#v,Ik; as commonly given in Wikipedia -->
  <lexeme><grapheme>Phnom Penh</grapheme><phoneme>pəˈnɒm ˈpɛn</phoneme></lexeme> <!-- pn'0m p'En; as commonly given in Wikipedia -->
  <lexeme><grapheme>N'Djamena</grapheme><phoneme>əndʒəˈmeɪnə</phoneme></lexeme> <!-- 'EndZ'eImn@ -->
  <lexeme><grapheme>Côte d'Ivoire</grapheme><phoneme>ˌkoʊt diːˈvwɑːr</phoneme></lexeme> <!-- k'oUt d'aIvwA@; as commonly given in Wikipedia -->
  <lexeme><grapheme>São Tomé and Príncipe</grapheme><grapheme>Sao Tome and Principe</grapheme><phoneme>ˌsaʊ təˈmeɪ ənd ˈprɪnsɪpeɪ</phoneme></lexeme> <!-- s'aU t@m'eI_:_: and pr'InsaIp -->
  <lexeme><grapheme>Qatar</grapheme><phoneme>kəˈtɑːr</phoneme></lexeme> <!-- k'atA@ -->
  <lexeme><grapheme>Pristina</grapheme><phoneme>ˈprɪʃtɪnə</phoneme></lexeme> <!-- prIst'i:n@ -->
  <lexeme><grapheme>Srebrenica</grapheme><phoneme>ˌsrɛbrəˈniːtsə</phoneme></lexeme> <!-- 'EsrI2br'EnIk@ -->
  <lexeme><grapheme>Herzegovina</grapheme><phoneme>ˌhɛərtsəɡoʊˈviːnə</phoneme></lexeme> <!-- h'3:zI2g,0vIn@ -->
  <lexeme><grapheme>Sarajevo</grapheme><phoneme>ˌsærəˈjeɪvoʊ</phoneme></lexeme> <!-- s,ara#j'eIvoU; as commonly given in Wikipedia -->
  <lexeme><grapheme>Vojvodina</grapheme><phoneme>ˌvɔɪvəˈdiːnə</phoneme></lexeme> <!-- v'0dZv@d,In@ -->
  <lexeme><grapheme>Kraków</grapheme><grapheme>Krakow</grapheme><phoneme>ˈkrækʊf</phoneme></lexeme> <!-- kr'akaU -->
  <lexeme><grapheme>Łódź</grapheme><grapheme>Lodz</grapheme><phoneme>wʊtʃ</phoneme></lexeme> <!-- l'0dz; as commonly given in Merriam-Webster -->
  <lexeme><grapheme>Gdańsk</grapheme><grapheme>Gdansk</grapheme><phoneme>ɡəˈdænsk</phoneme></lexeme> <!-- dZ'i:d'ansk; as commonly given in Wikipedia -->
  <lexeme><grapheme>Schengen</grapheme><phoneme>ˈʃɛŋən</phoneme></lexeme> <!-- S'EndZ@n; as commonly given in Wikipedia -->
  <lexeme><grapheme>Versailles</grapheme><phoneme>vɛərˈsaɪ</phoneme></lexeme> <!-- v'3:seIlz; as commonly given in Wikipedia -->
  <lexeme><grapheme>Edinburgh</grapheme><phoneme>ˈɛdɪnbərə</phoneme></lexeme> <!-- 'EdInbVr@; as commonly given in Wikipedia -->
  <lexeme><grapheme>Tucson</grapheme><phoneme>ˈtuːsɒn</phoneme></lexeme> <!-- t'Vks@n; as commonly given in Wikipedia -->
  <lexeme><grapheme>Nevada</grapheme><phoneme>nəˈvædə</phoneme></lexeme> <!-- nI2v'A:d@; as commonly given in Wikipedia -->
  <lexeme><grapheme>Riyadh</grapheme><phoneme>riˈɑːd</phoneme></lexeme> <!-- r'Ijad -->
  <lexeme><grapheme>Fallujah</grapheme><phoneme>fəˈluːdʒə</phoneme></lexeme> <!-- f'O:lu:dZ@; as commonly given in Wikipedia -->
  <lexeme><grapheme>Guangzhou</grapheme><phoneme>ɡwɑːŋˈdʒoʊ</phoneme></lexeme> <!-- gw'A:NZu: -->
  <lexeme><grapheme>Chongqing</grapheme><phoneme>tʃʊŋˈtʃɪŋ</phoneme></lexeme> <!-- tS'0NkIN -->
  <lexeme><grapheme>Xinjiang</grapheme><phoneme>ʃɪnˈdʒɑːŋ</phoneme></lexeme> <!-- z'IndZjaN -->
  <lexeme><grapheme>Tiananmen</grapheme><phoneme>ˌtjɛnənˈmɛn</phoneme></lexeme> <!-- tj'ana#nm,En -->
  <lexeme><grapheme>Uyghur</grapheme><grapheme>Uighur</grapheme><phoneme>ˈwiːɡʊər</phoneme></lexeme> <!-- 'aIgh3; as commonly given in Wikipedia -->
  <lexeme><grapheme>Uyghurs</grapheme><grapheme>Uighurs</grapheme><phoneme>ˈwiːɡʊərz</phoneme></lexeme> <!-- 'aIgh3z; as commonly given in Wikipedia -->
  <lexeme><grapheme>Rohingya</grapheme><phoneme>roʊˈhɪndʒə</phoneme></lexeme> <!-- r'oUhINI;@ -->
  <lexeme><grapheme>Kiribati</grapheme><phoneme>ˌkɪrɪˈbæs</phoneme></lexeme> <!-- k,IrIb'A:ti; as commonly given in Wikipedia -->
  <lexeme><grapheme>Oaxaca</grapheme><phoneme>wəˈhɑːkə</phoneme></lexeme> <!-- oUks'A:k@; as commonly given in Wikipedia -->
  <lexeme><grapheme>Juárez</grapheme><grapheme>Juarez</grapheme><phoneme>ˈhwɑːrɛz</phoneme></lexeme> <!-- dZj'u:@r,Ez -->
  <lexeme><grapheme>Medellín</grapheme><grapheme>Medellin</grapheme><phoneme>ˌmɛdəˈjiːn</phoneme></lexeme> <!-- mEd'ElI2n -->
  <lexeme><grapheme>Brasília</grapheme><grapheme>Brasilia</grapheme><phoneme>brəˈzɪljə</phoneme></lexeme> <!-- bras'Ili@; as commonly given in Wikipedia -->
  <lexeme><grapheme>São Paulo</grapheme><grapheme>Sao Paulo</grapheme><phoneme>saʊ ˈpaʊloʊ</phoneme></lexeme> <!-- s'aU p'O:loU; as commonly given in Wikipedia -->
  <lexeme><grapheme>Lyon</grapheme><phoneme>liˈɒ̃</phoneme></lexeme> <!-- l'aI0n -->
  <lexeme><grapheme>München</grapheme><phoneme>ˈmʊnʃən</phoneme></lexeme> <!-- m'u:ntS@n -->
  <lexeme><grapheme>Zürich</grapheme><grapheme>Zurich</grapheme><phoneme>ˈzjʊərɪk</phoneme></lexeme> <!-- z'u:rItS; as commonly given in Wikipedia -->
  <lexeme><grapheme>Davos</grapheme><phoneme>dɑːˈvoʊs</phoneme></lexeme> <!-- d'A:voUz -->
  <lexeme><grapheme>Antananarivo</grapheme><phoneme>ˌæntəˌnænəˈriːvoʊ</phoneme></lexeme> <!-- ,anta#n,anA@r'IvoU; as commonly given in Wikipedia -->
  <lexeme><grapheme>Nagorno-Karabakh</grapheme><phoneme>nəˌɡɔːrnoʊ ˌkærəˈbæx</phoneme></lexeme> <!-- nag'o@noUk'ara#b,ak -->
  <lexeme><grapheme>Auschwitz</grapheme><phoneme>ˈaʊʃvɪts</phoneme></lexeme> <!-- 'aUSwIts; as commonly given in Wikipedia -->
  <lexeme><grapheme>Dachau</grapheme><phoneme>ˈdæxaʊ</phoneme></lexeme> <!-- d'atSaU -->
</lexicon>
