<?xml version="1.0" encoding="UTF-8"?>
<!--
Nombres que eSpeak NG 1.51 lee mal en español. (Names the engine misreads.)
The comment behind each is what the engine (voice "es") said before. The transcriptions were written
from general knowledge; none was copied from a reference, and none was looked up for this file.
-->
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="es">

  <!-- Jefes de Estado y de Gobierno, dirigentes de organizaciones -->
  <lexeme><grapheme>Chirac</grapheme><phoneme>ʃiˈɾak</phoneme></lexeme> <!-- tSi**'ak -->
  <lexeme><grapheme>Jacques Chirac</grapheme><phoneme>ʒak ʃiˈɾak</phoneme></lexeme> <!-- x'akkes tSi**'ak -->
  <lexeme><grapheme>Mitterrand</grapheme><phoneme>miteˈɾan</phoneme></lexeme> <!-- m,itteR2'and -->
  <lexeme><grapheme>Sarkozy</grapheme><phoneme>saɾkoˈsi</phoneme></lexeme> <!-- sark'oTi -->
  <lexeme><grapheme>Macron</grapheme><phoneme>maˈkɾon</phoneme></lexeme> <!-- m'ak**on -->
  <lexeme><grapheme>de Gaulle</grapheme><phoneme>de ˈɡol</phoneme></lexeme> <!-- de Q'aUl^e -->
  <lexeme><grapheme>Schröder</grapheme><phoneme>ˈʃɾedeɾ</phoneme></lexeme> <!-- stS**oD'er -->
  <lexeme><grapheme>Merkel</grapheme><phoneme>ˈmeɾkel</phoneme></lexeme> <!-- merk'el -->
  <lexeme><grapheme>Juncker</grapheme><phoneme>ˈjunkeɾ</phoneme></lexeme> <!-- xunkk'er -->
  <lexeme><grapheme>von der Leyen</grapheme><phoneme>fon deɾ ˈlai̯en</phoneme></lexeme> <!-- b'on d'er l'eJ^en -->
  <lexeme><grapheme>Stoltenberg</grapheme><phoneme>ˈstoltenbeɾɡ</phoneme></lexeme> <!-- st,oltemb'erg -->
  <lexeme><grapheme>Blair</grapheme><phoneme>bleɾ</phoneme></lexeme> <!-- bl'aIr -->
  <lexeme><grapheme>Cameron</grapheme><phoneme>ˈkameɾon</phoneme></lexeme> <!-- kam'e**on -->
  <lexeme><grapheme>Thatcher</grapheme><phoneme>ˈtatʃeɾ</phoneme></lexeme> <!-- tattS'er -->
  <lexeme><grapheme>Churchill</grapheme><phoneme>ˈtʃuɾtʃil</phoneme></lexeme> <!-- tSurtS'il^ -->
  <lexeme><grapheme>Reagan</grapheme><phoneme>ˈreiɡan</phoneme></lexeme> <!-- R2e'aQan -->
  <lexeme><grapheme>Kennedy</grapheme><phoneme>ˈkenedi</phoneme></lexeme> <!-- kenn'eDi -->
  <lexeme><grapheme>Roosevelt</grapheme><phoneme>ˈrusbelt</phoneme></lexeme> <!-- R2,ooseB'elt -->
  <lexeme><grapheme>Eisenhower</grapheme><phoneme>ˈai̯senxau̯eɾ</phoneme></lexeme> <!-- ,eIsenow'er -->
  <lexeme><grapheme>Biden</grapheme><phoneme>ˈbai̯den</phoneme></lexeme> <!-- b'iDen -->
  <lexeme><grapheme>Trump</grapheme><phoneme>tɾamp</phoneme></lexeme> <!-- t**'ump -->
  <lexeme><grapheme>Wałęsa</grapheme><grapheme>Walesa</grapheme><phoneme>baˈwensa</phoneme></lexeme> <!-- wal'esa -->
  <lexeme><grapheme>Havel</grapheme><phoneme>ˈxabel</phoneme></lexeme> <!-- aB'el -->
  <lexeme><grapheme>Milošević</grapheme><grapheme>Milosevic</grapheme><phoneme>miˈloʃebitʃ</phoneme></lexeme> <!-- m,iloseB'ik -->
  <lexeme><grapheme>Koštunica</grapheme><grapheme>Kostunica</grapheme><phoneme>koʃˈtunitsa</phoneme></lexeme> <!-- k,ostun'ika -->
  <lexeme><grapheme>Zelenski</grapheme><phoneme>θeˈlenski</phoneme></lexeme> <!-- Tel'Enski -->
  <lexeme><grapheme>Erdoğan</grapheme><grapheme>Erdogan</grapheme><phoneme>ˈeɾdoan</phoneme></lexeme> <!-- erD'oQan -->
  <lexeme><grapheme>Xi Jinping</grapheme><phoneme>ʃi tʃinˈpin</phoneme></lexeme> <!-- s'i x'impiN -->
  <lexeme><grapheme>Ban Ki-moon</grapheme><phoneme>ban ki ˈmun</phoneme></lexeme> <!-- b'aN k'im'oon -->
  <lexeme><grapheme>Rousseff</grapheme><phoneme>ruˈsef</phoneme></lexeme> <!-- R2owss'eff -->
  <lexeme><grapheme>Jaap de Hoop Scheffer</grapheme><phoneme>jap de xop ˈskefeɾ</phoneme></lexeme> <!-- xa'ap De o'op stSeff'er -->

  <!-- Instituciones -->
  <lexeme><grapheme>Bundestag</grapheme><phoneme>ˈbundestak</phoneme></lexeme> <!-- b,undest'ag -->
  <lexeme><grapheme>Downing Street</grapheme><phoneme>ˈdau̯nin ˈstɾit</phoneme></lexeme> <!-- d'owniN st**e'et -->
  <lexeme><grapheme>Élysée</grapheme><phoneme>eliˈse</phoneme></lexeme> <!-- 'elis'ee -->
  <lexeme><grapheme>Knéset</grapheme><grapheme>Knesset</grapheme><phoneme>ˈkneset</phoneme></lexeme> <!-- k'an'eset -->

  <!-- Lugares -->
  <lexeme><grapheme>Washington</grapheme><phoneme>ˈwaʃinton</phoneme></lexeme> <!-- was'iNgton -->
  <lexeme><grapheme>New York</grapheme><phoneme>nju ˈjoɾk</phoneme></lexeme> <!-- n'ew J^'ork -->
  <lexeme><grapheme>Houston</grapheme><phoneme>ˈxjuston</phoneme></lexeme> <!-- 'owston -->
  <lexeme><grapheme>Maastricht</grapheme><phoneme>ˈmaːstɾixt</phoneme></lexeme> <!-- m,aast**'itSt -->
  <lexeme><grapheme>Schengen</grapheme><phoneme>ˈʃenɡen</phoneme></lexeme> <!-- stS'ENxen -->
  <lexeme><grapheme>Auschwitz</grapheme><phoneme>ˈau̯ʃbits</phoneme></lexeme> <!-- aUstSw'itT -->
  <lexeme><grapheme>México</grapheme><grapheme>Mexico</grapheme><phoneme>ˈmexiko</phoneme></lexeme> <!-- m'Exiko -->
  <lexeme><grapheme>Texas</grapheme><phoneme>ˈtexas</phoneme></lexeme> <!-- t'eksas -->
  <lexeme><grapheme>Oaxaca</grapheme><phoneme>waˈxaka</phoneme></lexeme> <!-- ,oaks'aka -->
  <lexeme><grapheme>Srebrenica</grapheme><phoneme>sɾebɾeˈnitsa</phoneme></lexeme> <!-- sR2,eB**en'ika -->
  <lexeme><grapheme>Zúrich</grapheme><phoneme>ˈθuɾik</phoneme></lexeme> <!-- T'u**itS -->
</lexicon>
