/**
 * What pages around a text say in the languages of the texts that people study. `|` parts phrases, `*` is
 * any words, `(?:a|b)` one of several; case does not matter. English is in `furniture.ts` and `speech.ts`,
 * where its phrases depend on each other. `foreign.ts` says where in a line each of them counts.
 */
export interface PageWords {
  /** Whole lines of menus and buttons. */
  navigation: string;
  /** What a site says of itself in a line with the word for cookies. */
  cookies: string;
  /** What stands beside that word on buttons. */
  cookieButtons: string;
  /** Anywhere in a line: a browser is too old, or runs no scripts. */
  browser: string;
  /** Beside a number to call, what makes it the notice of a hotline. */
  hotline: string;
  share: string;
  newsletter: string;
  advertisement: string;
  /** Anywhere in a short line. */
  rights: string;
  /** Whole lines: links to what the law wants to be told. */
  legal: string;
  /** Before a colon: the caption of a picture, or who took it. */
  caption: string;
  comments: string;
  /** Before a name. */
  by: string;
  /** After a name. */
  roles: string;
  /** Before a date. */
  published: string;
  /** Titles over lists of other texts. */
  related: string;
  /** How a speaker begins. */
  greeting: string;
  /** How a page says that the words of a speech follow. */
  announced: string;
  /** How a speaker ends. */
  thanks: string;
}

export const PAGE_WORDS: Readonly<Record<string, PageWords>> = {
  de: {
    navigation:
      'menü|startseite|suche|suchen|zum inhalt|zum inhalt springen|zum hauptinhalt|direkt zum inhalt|zur navigation|zur startseite|zurück|zurück zur *|nach oben|weiterlesen|mehr lesen|mehr erfahren|mehr anzeigen|mehr dazu|alle anzeigen|nächster artikel|vorheriger artikel|sie sind hier|anmelden|einloggen|registrieren|schließen|inhaltsverzeichnis|artikel anhören|artikel drucken|drucken|merken|artikel merken',
    cookies:
      'wir verwenden|wir nutzen|diese website verwendet|diese website nutzt|diese seite verwendet|diese seite nutzt|unsere partner verwenden|unsere website verwendet',
    cookieButtons:
      'akzeptieren|ablehnen|zustimmen|zulassen|einstellungen|richtlinie|hinweis|hinweise',
    browser:
      'ihr browser|dein browser|javascript aktivieren|aktivieren sie javascript|javascript ist deaktiviert|browser aktualisieren',
    hotline: 'notruf|im notfall|hotline|telefonseelsorge|wählen sie|rufen sie|hilfetelefon',
    share:
      'teilen|artikel teilen|seite teilen|beitrag teilen|diesen artikel teilen|jetzt teilen|auf * teilen|per e-mail teilen|weitersagen|link kopieren|per mail versenden',
    newsletter:
      'newsletter|* newsletter abonnieren*|* newsletter bestellen*|newsletter abonnieren*|newsletter bestellen*|zum newsletter*|abonnieren sie *|melden sie sich * newsletter*|jetzt abonnieren*|nichts mehr verpassen*',
    advertisement: 'anzeige|werbung|gesponsert|gesponserter inhalt|advertorial',
    rights: 'alle rechte vorbehalten|urheberrechtlich geschützt',
    legal:
      'impressum|datenschutz|datenschutzerklärung|nutzungsbedingungen|agb|barrierefreiheit|kontakt',
    caption: 'foto|fotos|bild|bildquelle|bildnachweis|bildunterschrift|grafik',
    comments:
      'kommentare|kommentieren|kommentar schreiben|kommentar verfassen|* kommentare|kommentare anzeigen|diskutieren sie mit',
    by: 'von|ein beitrag von|text von',
    roles:
      'redakteur|redakteurin|redaktion|korrespondent|korrespondentin|reporter|reporterin|autor|autorin',
    published:
      'veröffentlicht|veröffentlicht am|erschienen am|aktualisiert|aktualisiert am|zuletzt aktualisiert|zuletzt aktualisiert am|stand|vom|am|datum|erstellt am|geändert am',
    related:
      'mehr zum thema|mehr zum thema *|lesen sie auch|lesen sie mehr|das könnte sie auch interessieren|auch interessant|verwandte artikel|verwandte themen|ähnliche artikel|weitere artikel|weitere meldungen|weitere nachrichten|mehr aus *|meistgelesen|meist gelesen|empfehlungen|siehe auch|zum weiterlesen|themen',
    greeting:
      'guten (?:morgen|tag|abend)|(?:sehr geehrte|verehrte|liebe|meine)[rn]? (?:sehr geehrten |verehrten |lieben )?(?:damen und herren|kolleginnen|kollegen|gäste|freunde|freundinnen|mitbürger|mitbürgerinnen|anwesende)|herr präsident|frau präsidentin|exzellenzen|herzlich willkommen',
    announced:
      'es gilt das gesprochene wort|rede (?:von|des|der) *|ansprache (?:von|des|der) *|(?:die|seine|ihre) rede im wortlaut|im wortlaut|wortlaut der rede|die rede im wortlaut',
    thanks: 'vielen dank|herzlichen dank|ich danke ihnen|danke|danke schön',
  },
  fr: {
    navigation:
      'menu|accueil|recherche|rechercher|aller au contenu|aller au contenu principal|passer au contenu|retour|retour à *|retour en haut|haut de page|lire la suite|lire plus|en savoir plus|voir plus|voir tout|tout voir|article suivant|article précédent|vous êtes ici|se connecter|connexion|s’inscrire|s’identifier|fermer|sommaire|imprimer|écouter l’article|accéder au contenu',
    cookies:
      'nous utilisons|ce site utilise|notre site utilise|nos partenaires utilisent|ce site web utilise',
    cookieButtons: 'accepter|refuser|paramétrer|gérer|politique|paramètres|gestion',
    browser: 'votre navigateur|activer javascript|activez javascript|javascript est désactivé',
    hotline: 'en cas d’urgence|appelez|appeler le|composez|numéro vert|numéro d’urgence',
    share:
      'partager|partager l’article|partager cet article|partager la page|partager sur *|partager par e-mail|partage|copier le lien|envoyer par e-mail|tweeter',
    newsletter:
      'newsletter|* à la newsletter*|* à notre newsletter*|inscrivez-vous *|abonnez-vous *|s’abonner|recevez *newsletter*|recevez *e-mail*|infolettre',
    advertisement:
      'publicité|annonce|contenu sponsorisé|sponsorisé|la suite après la publicité|la suite après cette publicité',
    rights: 'tous droits réservés',
    legal:
      'mentions légales|politique de confidentialité|données personnelles|conditions d’utilisation|conditions générales|cgu|plan du site|contact|accessibilité',
    caption: 'photo|photos|crédit photo|crédits photo|crédit|crédits|image|illustration|légende',
    comments:
      'commentaires|commenter|réagir|* commentaires|laisser un commentaire|ajouter un commentaire|voir les commentaires|lire les commentaires',
    by: 'par|écrit par|publié par|propos recueillis par',
    roles:
      'journaliste|correspondant|correspondante|envoyé spécial|envoyée spéciale|rédacteur|rédactrice|rédacteur en chef|rédactrice en chef',
    published:
      'publié|publié le|publiée le|mis à jour|mis à jour le|mise à jour le|modifié le|posté le|écrit le|le|du|paru le|date',
    related:
      'à lire aussi|lire aussi|voir aussi|sur le même sujet|dans la même rubrique|articles liés|articles connexes|articles similaires|vous aimerez aussi|à lire également|les plus lus|les plus lues|à découvrir|pour aller plus loin|contenus associés|plus d’articles',
    greeting:
      'bonjour|bonsoir|mesdames(?:,| et) (?:et )?messieurs|mesdames, mesdemoiselles|chers (?:amis|collègues|compatriotes|concitoyens)|chères (?:amies|collègues|concitoyennes)|mes chers (?:amis|collègues|compatriotes|concitoyens)|(?:monsieur|madame) (?:le|la) (?:président|présidente|ministre|premier ministre|secrétaire)|excellences|françaises, français',
    announced:
      'seul le prononcé fait foi|discours (?:de|du|d’) *|allocution (?:de|du|d’) *|déclaration (?:de|du|d’) *|(?:texte|verbatim|transcription) du discours|(?:retrouvez|lire|lisez) * discours *',
    thanks: 'merci|merci beaucoup|merci à tous|je vous remercie|merci de votre attention',
  },
  es: {
    navigation:
      'menú|inicio|portada|buscar|búsqueda|ir al contenido|ir al contenido principal|saltar al contenido|pasar al contenido principal|volver|volver a *|volver arriba|leer más|seguir leyendo|saber más|ver más|ver todo|ver todos|mostrar más|siguiente|anterior|artículo siguiente|artículo anterior|estás aquí|usted está aquí|iniciar sesión|registrarse|regístrate|cerrar|índice|imprimir|escuchar|suscríbete',
    cookies:
      'utilizamos|usamos|este sitio utiliza|este sitio usa|este sitio web utiliza|este sitio web usa|esta web utiliza|esta web usa|nuestros socios',
    cookieButtons: 'aceptar|rechazar|configurar|política|gestionar|configuración',
    browser:
      'su navegador|tu navegador|activar javascript|active javascript|activa javascript|habilitar javascript|javascript está desactivado',
    hotline:
      'en caso de emergencia|llame al|llamar al|llama al|marque el|teléfono de emergencias|teléfono de atención',
    share:
      'compartir|comparte|compartir artículo|compartir este artículo|compartir en *|compartir por *|copiar enlace|enviar por correo|enviar por email|tuitear',
    newsletter:
      'newsletter|boletín|suscríbete a *|suscríbase a *|recibe *correo*|recibe *newsletter*|recibe *boletín*|apúntate a *|inscríbete *',
    advertisement: 'publicidad|anuncio|contenido patrocinado|patrocinado|espacio patrocinado',
    rights: 'todos los derechos reservados',
    legal:
      'aviso legal|política de privacidad|política de cookies|términos y condiciones|condiciones de uso|términos de uso|contacto|mapa del sitio|accesibilidad',
    caption: 'foto|fotos|fotografía|imagen|crédito|créditos|ilustración|pie de foto',
    comments:
      'comentarios|comentar|* comentarios|deja un comentario|dejar un comentario|ver comentarios|añadir comentario|únete a la conversación',
    by: 'por|escrito por|texto de',
    roles:
      'periodista|redactor|redactora|redacción|corresponsal|enviado especial|enviada especial|reportero|reportera|columnista',
    published:
      'publicado|publicado el|publicada el|actualizado|actualizado el|última actualización|modificado el|fecha|el|creado el',
    related:
      'relacionado|relacionados|artículos relacionados|noticias relacionadas|contenido relacionado|contenidos relacionados|te puede interesar|te puede interesar *|también te puede interesar|le puede interesar|lea también|lee también|leer también|más sobre *|más noticias|lo más leído|lo más visto|ver también|véase también|recomendados|te recomendamos|entradas relacionadas',
    greeting:
      'buenos días|buenas (?:tardes|noches)|señoras y señores|señores y señoras|(?:queridos|queridas|estimados|estimadas) (?:amigos|amigas|colegas|compatriotas|ciudadanos)|compatriotas|(?:señor|señora) (?:presidente|presidenta|ministro|ministra|secretario)|excelencias|majestad',
    announced:
      'discurso (?:de|del) *|intervención (?:de|del) *|palabras (?:de|del) *|declaración (?:de|del) *|(?:texto|transcripción) (?:completo |completa |íntegro |íntegra )?(?:del|de su|de la) (?:discurso|intervención|alocución)',
    thanks: 'muchas gracias|gracias|muchísimas gracias|gracias a todos',
  },
  it: {
    navigation:
      'menù|menu|home|cerca|ricerca|vai al contenuto|vai al contenuto principale|salta al contenuto|torna su|torna alla *|torna indietro|indietro|leggi tutto|leggi di più|continua a leggere|scopri di più|mostra altro|vedi tutti|vedi tutto|articolo successivo|articolo precedente|ti trovi in|sei in|accedi|registrati|chiudi|indice|stampa|ascolta',
    cookies:
      'utilizziamo|usiamo|questo sito utilizza|questo sito usa|questo sito web utilizza|il nostro sito utilizza',
    cookieButtons: 'accetta|accettare|rifiuta|gestisci|preferenze|informativa|impostazioni',
    browser:
      'il tuo browser|il suo browser|attiva javascript|abilita javascript|abilitare javascript|javascript è disattivato',
    hotline: 'in caso di emergenza|chiama il|chiamare il|numero verde|componi il|telefono amico',
    share:
      'condividi|condividi l’articolo|condividi questo articolo|condividi su *|condividi via *|copia link|copia il link|invia per e-mail|invia via email',
    newsletter:
      'newsletter|iscriviti alla *|iscriviti a *|ricevi *newsletter*|ricevi *email*|abbonati *',
    advertisement:
      'pubblicità|annuncio|contenuto sponsorizzato|sponsorizzato|continua dopo la pubblicità',
    rights: 'tutti i diritti riservati|riproduzione riservata',
    legal:
      'note legali|informativa sulla privacy|informativa privacy|condizioni d’uso|termini e condizioni|contatti|mappa del sito|accessibilità|privacy',
    caption: 'foto|fotografia|immagine|didascalia|crediti',
    comments:
      'commenti|commenta|* commenti|lascia un commento|scrivi un commento|vedi i commenti|mostra commenti',
    by: 'di|a cura di|scritto da',
    roles:
      'giornalista|redattore|redattrice|redazione|corrispondente|inviato|inviata|inviato speciale',
    published:
      'pubblicato|pubblicato il|pubblicata il|aggiornato|aggiornato il|aggiornato al|ultimo aggiornamento|ultima modifica|modificato il|data|il',
    related:
      'articoli correlati|correlati|notizie correlate|contenuti correlati|leggi anche|potrebbe interessarti|potrebbe interessarti anche|ti potrebbe interessare|ti potrebbero interessare|altri articoli|più letti|i più letti|le più lette|vedi anche|approfondimenti|per approfondire',
    greeting:
      'buongiorno|buonasera|buon pomeriggio|signore e signori|(?:cari|care|gentili|illustri) (?:amici|amiche|colleghi|colleghe|ospiti|concittadini|signori)|care concittadine|(?:signor|signora) (?:presidente|ministro|ministra)|onorevoli colleghi|autorità',
    announced:
      'discorso (?:di|del|della|dell’) *|intervento (?:di|del|della|dell’) *|(?:testo|trascrizione) (?:integrale )?(?:del|dell’)? ?(?:discorso|intervento) *',
    thanks: 'grazie|grazie mille|grazie a tutti|vi ringrazio|molte grazie|grazie per l’attenzione',
  },
  pt: {
    navigation:
      'menu|início|página inicial|pesquisar|buscar|busca|pesquisa|ir para o conteúdo|ir para o conteúdo principal|pular para o conteúdo|saltar para o conteúdo|voltar|voltar ao topo|voltar para *|ler mais|leia mais|saiba mais|continue lendo|continuar a ler|ver mais|ver tudo|ver todos|mostrar mais|próximo|anterior|próximo artigo|artigo anterior|você está aqui|está aqui|entrar|iniciar sessão|cadastre-se|registar|fechar|índice|imprimir|ouvir',
    cookies:
      'utilizamos|usamos|este site utiliza|este site usa|este sítio utiliza|este website utiliza',
    cookieButtons: 'aceitar|aceito|recusar|rejeitar|configurar|política|gerir|definições',
    browser:
      'seu navegador|o seu browser|ative o javascript|ativar o javascript|habilite o javascript|javascript está desativado',
    hotline: 'em caso de emergência|ligue para|ligue|disque|número de emergência|linha de apoio',
    share:
      'compartilhar|compartilhe|partilhar|partilhe|compartilhe esta *|partilhar artigo|compartilhar no *|compartilhar em *|partilhar no *|copiar link|enviar por e-mail',
    newsletter:
      'newsletter|boletim|assine *newsletter*|subscreva *|inscreva-se *|receba *e-mail*|receba *newsletter*|assine nossa *',
    advertisement:
      'publicidade|anúncio|conteúdo patrocinado|patrocinado|continua após a publicidade|continua depois da publicidade|pub',
    rights: 'todos os direitos reservados',
    legal:
      'aviso legal|política de privacidade|termos de uso|termos e condições|contato|contacto|contactos|mapa do site|acessibilidade|ficha técnica',
    caption: 'foto|fotos|fotografia|imagem|crédito|créditos|legenda|ilustração',
    comments:
      'comentários|comentar|* comentários|deixe um comentário|deixar um comentário|ver comentários|participe da conversa',
    by: 'por|escrito por|texto de',
    roles:
      'jornalista|redator|redatora|redação|correspondente|enviado especial|enviada especial|repórter|colunista|editor|editora',
    published:
      'publicado|publicado em|publicado a|publicada em|atualizado|atualizado em|última atualização|modificado em|data|em|criado em',
    related:
      'relacionados|relacionadas|artigos relacionados|notícias relacionadas|conteúdo relacionado|leia também|leia mais|ler também|veja também|ver também|você também pode gostar|pode interessar|mais lidas|mais lidos|as mais lidas|mais sobre *|mais notícias|recomendados|recomendadas',
    greeting:
      'bom dia|boa (?:tarde|noite)|senhoras e senhores|minhas senhoras e meus senhores|(?:caros|caras|queridos|queridas|prezados|prezadas) (?:amigos|amigas|colegas|compatriotas|cidadãos)|brasileiros e brasileiras|(?:senhor|senhora) (?:presidente|presidenta|ministro|ministra|primeiro-ministro)|excelências',
    announced:
      'discurso (?:de|do|da) *|intervenção (?:de|do|da) *|pronunciamento (?:de|do|da) *|declaração (?:de|do|da) *|(?:íntegra|transcrição|texto) (?:do|da) (?:discurso|intervenção|pronunciamento) *',
    thanks: 'muito obrigado|muito obrigada|obrigado|obrigada|obrigado a todos|agradeço a todos',
  },
  nl: {
    navigation:
      'menu|home|startpagina|zoeken|zoek|naar de inhoud|naar inhoud|naar hoofdinhoud|ga naar de inhoud|ga direct naar de inhoud|spring naar *|terug|terug naar *|naar boven|lees meer|lees verder|meer lezen|meer weten|toon meer|bekijk alle|alles bekijken|volgende|vorige|volgend artikel|vorig artikel|u bent hier|inloggen|aanmelden|registreren|sluiten|inhoud|inhoudsopgave|afdrukken|beluister artikel|bewaren',
    cookies:
      'wij gebruiken|we gebruiken|deze website gebruikt|deze site gebruikt|onze website gebruikt|maakt gebruik van',
    cookieButtons: 'accepteren|weigeren|instellingen|beleid|toestaan|accepteer',
    browser:
      'uw browser|je browser|schakel javascript in|javascript is uitgeschakeld|javascript inschakelen',
    hotline: 'bij nood|in geval van nood|bel dan|bel gratis|hulplijn|noodnummer|bel met',
    share:
      'delen|deel|deel dit artikel|artikel delen|delen op *|deel op *|deel via *|delen via *|kopieer link|link kopiëren|e-mail dit artikel|doorsturen',
    newsletter:
      'nieuwsbrief|* nieuwsbrief*aanmelden*|aanmelden voor *|abonneer je *|abonneer u *|schrijf je in *|schrijf u in *|ontvang *nieuwsbrief*|meld je aan *nieuwsbrief*',
    advertisement:
      'advertentie|gesponsord|gesponsorde inhoud|reclame|artikel gaat verder onder de advertentie|tekst loopt door onder *',
    rights: 'alle rechten voorbehouden',
    legal:
      'privacy|privacyverklaring|privacybeleid|cookiebeleid|gebruiksvoorwaarden|algemene voorwaarden|disclaimer|contact|colofon|toegankelijkheid|sitemap',
    caption: 'foto|foto’s|beeld|afbeelding|bijschrift|fotograaf',
    comments:
      'reacties|reageer|reageren|* reacties|plaats een reactie|geef een reactie|bekijk reacties|praat mee',
    by: 'door|tekst:',
    roles:
      'redacteur|redactrice|redactie|correspondent|correspondente|verslaggever|verslaggeefster|journalist|columnist',
    published:
      'gepubliceerd|gepubliceerd op|geplaatst op|geplaatst|bijgewerkt|bijgewerkt op|laatst bijgewerkt|laatst bijgewerkt op|gewijzigd op|datum|op',
    related:
      'lees ook|lees meer over *|gerelateerd|gerelateerde artikelen|gerelateerd nieuws|meer over *|meer nieuws|meest gelezen|best gelezen|zie ook|verder lezen|aanbevolen|misschien ook interessant|ook interessant|meer van *',
    greeting:
      'goede(?:morgen|middag|navond)|goeden(?:avond|dag)|dames en heren|(?:beste|geachte|lieve|waarde) (?:collega’s|vrienden|aanwezigen|dames en heren|medewerkers|gasten|voorzitter|leden)|(?:mijnheer|meneer|mevrouw) de voorzitter|excellenties|majesteit|landgenoten',
    announced:
      'alleen het gesproken woord geldt|(?:toespraak|speech|rede|lezing) (?:van|door) *|de (?:toespraak|speech|rede) (?:is )?(?:hier |hieronder )?te lezen *|uitgesproken (?:op|door) *',
    thanks:
      'dank u wel|dank u|dank je wel|dank jullie wel|ik dank u|hartelijk dank|bedankt|veel dank',
  },
  pl: {
    navigation:
      'menu|strona główna|szukaj|wyszukaj|przejdź do treści|przejdź do głównej treści|przejdź do *|powrót|wróć|wróć do *|do góry|na górę|czytaj więcej|czytaj dalej|więcej|dowiedz się więcej|pokaż więcej|zobacz wszystkie|zobacz więcej|następny|poprzedni|następny artykuł|poprzedni artykuł|jesteś tutaj|zaloguj się|zaloguj|zarejestruj się|zamknij|spis treści|drukuj|posłuchaj',
    cookies:
      'używamy|wykorzystujemy|korzystamy|ta strona używa|ta strona korzysta|ta strona wykorzystuje|nasza strona używa|serwis używa|serwis wykorzystuje',
    cookieButtons: 'akceptuj|akceptuję|odrzuć|zgadzam się|ustawienia|polityka|zaakceptuj',
    browser:
      'twoja przeglądarka|państwa przeglądarka|włącz javascript|włącz obsługę javascript|obsługa javascript jest wyłączona',
    hotline: 'w nagłych wypadkach|zadzwoń|numer alarmowy|infolinia|telefon zaufania',
    share:
      'udostępnij|podziel się|udostępnij artykuł|udostępnij na *|podziel się na *|poleć|wyślij e-mailem|skopiuj link|kopiuj link|tweetnij',
    newsletter:
      'newsletter|zapisz się *|zapisz się do newslettera*|subskrybuj*|otrzymuj *|zamów newsletter*',
    advertisement:
      'reklama|ogłoszenie|materiał sponsorowany|artykuł sponsorowany|dalszy ciąg materiału pod wideo|dalsza część artykułu pod *',
    rights: 'wszelkie prawa zastrzeżone|wszystkie prawa zastrzeżone',
    legal:
      'polityka prywatności|regulamin|regulamin serwisu|kontakt|mapa strony|deklaracja dostępności|redakcja|nota prawna',
    caption: 'fot.|foto|zdjęcie|autor zdjęcia|ilustracja|zdjęcia',
    comments:
      'komentarze|skomentuj|* komentarzy|* komentarze|dodaj komentarz|zobacz komentarze|napisz komentarz',
    by: 'autor:|autorka:|tekst:|rozmawiał|rozmawiała|oprac.|opracował|opracowała',
    roles:
      'dziennikarz|dziennikarka|redaktor|redaktorka|korespondent|korespondentka|reporter|reporterka|publicysta|publicystka',
    published:
      'opublikowano|opublikowany|data publikacji|publikacja|aktualizacja|ostatnia aktualizacja|zaktualizowano|data|dodano|dnia|utworzono',
    related:
      'czytaj także|czytaj też|przeczytaj także|przeczytaj również|zobacz także|zobacz też|zobacz również|powiązane|powiązane artykuły|podobne artykuły|najczęściej czytane|najpopularniejsze|polecane|polecamy|więcej na temat*|może cię zainteresować|warto przeczytać',
    greeting:
      'dzień dobry|dobry wieczór|szanowni państwo|(?:drodzy|szanowni|kochani) (?:państwo|przyjaciele|rodacy|goście|koledzy|zebrani)|panie (?:prezydencie|marszałku|premierze|przewodniczący)|pani (?:marszałek|premier|przewodnicząca|prezydent)|wysoka izbo|wysoki sejmie|ekscelencje',
    announced:
      'przemówienie *|wystąpienie (?:prezydenta|premiera|ministra|prezes|pani|pana) *|(?:pełna|cała) treść (?:przemówienia|wystąpienia) *|treść (?:przemówienia|wystąpienia) *|stenogram *',
    thanks:
      'dziękuję|dziękuję bardzo|bardzo dziękuję|dziękuję państwu|dziękuję za uwagę|serdecznie dziękuję',
  },
  sv: {
    navigation:
      'meny|hem|startsida|sök|hoppa till innehåll|hoppa till innehållet|gå till innehåll|till innehållet|hoppa till huvudinnehåll|tillbaka|tillbaka till *|till toppen|läs mer|läs vidare|läs hela *|visa mer|visa alla|se alla|nästa|föregående|nästa artikel|föregående artikel|du är här|logga in|registrera|registrera dig|stäng|innehåll|skriv ut|lyssna|spara artikel',
    cookies:
      'vi använder|den här webbplatsen använder|denna webbplats använder|vår webbplats använder|webbplatsen använder',
    cookieButtons: 'acceptera|godkänn|godkänner|avvisa|neka|inställningar|hantera',
    browser: 'din webbläsare|aktivera javascript|slå på javascript|javascript är avaktiverat',
    hotline: 'i nödsituationer|vid nödläge|ring|hjälplinje|nödnummer|jourlinje',
    share:
      'dela|dela artikeln|dela artikel|dela den här *|dela på *|dela via *|kopiera länk|tipsa|skicka via e-post|twittra',
    newsletter:
      'nyhetsbrev|prenumerera *|anmäl dig *|få *nyhetsbrev*|skriv upp dig *|registrera dig *nyhetsbrev*',
    advertisement:
      'annons|reklam|sponsrat innehåll|sponsrad|artikeln fortsätter efter annonsen|artikeln fortsätter under annonsen',
    rights: 'alla rättigheter förbehållna|med ensamrätt',
    legal:
      'integritetspolicy|personuppgiftspolicy|personuppgifter|användarvillkor|villkor|kontakt|kontakta oss|tillgänglighet|om webbplatsen|om cookies|webbplatskarta',
    caption: 'foto|bild|bildtext|bildkälla|illustration|fotograf',
    comments:
      'kommentarer|kommentera|* kommentarer|skriv en kommentar|lämna en kommentar|visa kommentarer',
    by: 'av|text:',
    roles: 'redaktör|redaktion|korrespondent|reporter|journalist|skribent|krönikör',
    published:
      'publicerad|publicerat|publicerad den|uppdaterad|uppdaterat|senast uppdaterad|senast ändrad|datum|den|skapad',
    related:
      'läs också|läs även|läs mer om *|relaterat|relaterade artiklar|relaterat innehåll|mer om *|mer från *|mest läst|mest lästa|se även|se också|rekommenderas|rekommenderat|fler artiklar|fler nyheter',
    greeting:
      'god (?:morgon|afton|kväll|dag|middag)|hej (?:alla|allihop|på er)|mina damer och herrar|(?:kära|bästa|ärade) (?:vänner|kollegor|landsmän|ledamöter|åhörare|gäster|medborgare)|herr talman|fru talman|excellenser|ers majestät|ers kungliga',
    announced:
      'det talade ordet gäller|(?:tal|anförande|föredrag) (?:av|vid) *|(?:talet|anförandet) i sin helhet *|talet *nedan*',
    thanks: 'tack|tack så mycket|stort tack|tack ska ni ha|tack för er uppmärksamhet|tack för mig',
  },
  da: {
    navigation:
      'menu|forside|hjem|søg|søgning|gå til indhold|gå til indholdet|spring til indhold|tilbage|tilbage til *|til toppen|læs mere|læs videre|læs hele *|vis mere|vis alle|se alle|se mere|næste|forrige|næste artikel|du er her|log ind|log på|opret bruger|luk|indhold|udskriv|print|lyt til artiklen|gem artikel',
    cookies:
      'vi bruger|vi anvender|denne hjemmeside bruger|hjemmesiden bruger|dette website bruger|dette site bruger',
    cookieButtons: 'accepter|accepterer|tillad|afvis|indstillinger|administrer',
    browser: 'din browser|aktiver javascript|slå javascript til|javascript er slået fra',
    hotline: 'i nødstilfælde|ring|ring til|hotline|livslinien|alarmcentralen',
    share:
      'del|del artiklen|del artikel|del på *|del via *|del denne *|kopier link|send til en ven|send som e-mail',
    newsletter: 'nyhedsbrev|tilmeld dig *|tilmeld *nyhedsbrev*|abonner *|få *nyhedsbrev*|få *mail*',
    advertisement:
      'annonce|reklame|sponsoreret|sponsoreret indhold|artiklen fortsætter efter annoncen|artiklen fortsætter under annoncen',
    rights: 'alle rettigheder forbeholdes',
    legal:
      'privatlivspolitik|persondatapolitik|cookiepolitik|vilkår|brugsvilkår|kontakt|kontakt os|tilgængelighed|tilgængelighedserklæring|om os',
    caption: 'foto|billede|billedtekst|illustration|fotograf',
    comments:
      'kommentarer|kommenter|* kommentarer|skriv en kommentar|vis kommentarer|deltag i debatten',
    by: 'af|tekst:',
    roles: 'redaktør|redaktion|korrespondent|journalist|reporter|skribent|klummeskribent',
    published:
      'publiceret|publiceret den|udgivet|offentliggjort|opdateret|opdateret den|sidst opdateret|dato|den|oprettet',
    related:
      'læs også|læs mere om *|relateret|relaterede artikler|relateret indhold|mere om *|mere fra *|mest læste|mest læst|se også|anbefalet|anbefalede artikler|flere artikler|andre læser også',
    greeting:
      'god (?:morgen|aften|dag|eftermiddag)|godmorgen|goddag|mine damer og herrer|(?:kære|ærede) (?:venner|kolleger|alle|gæster|landsmænd|borgere|medlemmer)|hr. formand|fru formand|excellencer|deres majestæt',
    announced:
      'det talte ord gælder|(?:tale|foredrag) (?:af|ved|til) *|statsministerens (?:tale|nytårstale) *|(?:talen|hele talen) *',
    thanks:
      'tak|mange tak|tusind tak|tak for ordet|tak for opmærksomheden|tak for jeres opmærksomhed',
  },
  nb: {
    navigation:
      'meny|hjem|forside|forsiden|søk|hopp til innhold|hopp til innholdet|gå til innhold|tilbake|tilbake til *|til toppen|les mer|les videre|les hele *|vis mer|vis alle|se alle|se mer|neste|forrige|neste artikkel|forrige artikkel|du er her|logg inn|registrer deg|lukk|innhold|skriv ut|lytt til saken|lagre artikkel',
    cookies:
      'vi bruker|vi benytter|dette nettstedet bruker|denne nettsiden bruker|nettstedet bruker',
    cookieButtons: 'godta|aksepter|avvis|innstillinger|administrer',
    browser:
      'nettleseren din|din nettleser|slå på javascript|aktiver javascript|javascript er slått av',
    hotline: 'i nødstilfeller|ring|nødnummer|hjelpetelefon|krisetelefon',
    share:
      'del|del artikkelen|del saken|del på *|del via *|del denne *|kopier lenke|tips en venn|send på e-post',
    newsletter: 'nyhetsbrev|meld deg på *|få *nyhetsbrev*|abonner *|registrer deg *nyhetsbrev*',
    advertisement:
      'annonse|reklame|sponset innhold|annonsørinnhold|saken fortsetter under annonsen|artikkelen fortsetter under annonsen|saken fortsetter etter annonsen',
    rights: 'alle rettigheter forbeholdt|alle rettigheter reservert',
    legal:
      'personvern|personvernerklæring|vilkår|brukervilkår|kontakt|kontakt oss|tilgjengelighet|tilgjengelighetserklæring|om oss',
    caption: 'foto|bilde|bildetekst|illustrasjon|fotograf',
    comments:
      'kommentarer|kommenter|* kommentarer|skriv en kommentar|vis kommentarer|delta i debatten',
    by: 'av|tekst:',
    roles: 'redaktør|redaksjon|korrespondent|journalist|reporter|skribent|kommentator',
    published:
      'publisert|publisert den|oppdatert|oppdatert den|sist oppdatert|sist endret|dato|den|opprettet',
    related:
      'les også|les mer om *|relatert|relaterte artikler|relaterte saker|relatert innhold|mer om *|mer fra *|mest lest|mest leste|se også|anbefalt|anbefalte artikler|flere saker|flere nyheter',
    greeting:
      'god (?:morgen|kveld|dag|ettermiddag)|mine damer og herrer|(?:kjære|ærede) (?:venner|kolleger|alle sammen|alle|gjester|landsmenn|forsamling)|ærede president|eksellenser|deres majestet',
    announced:
      'sjekkes mot framføring|det talte ord gjelder|(?:tale|innlegg|foredrag) (?:av|ved|til|på) *|(?:statsministerens|utenriksministerens) (?:tale|innlegg|nyttårstale) *',
    thanks: 'takk|tusen takk|mange takk|takk for oppmerksomheten|takk for meg',
  },
  fi: {
    navigation:
      'valikko|etusivu|haku|hae|siirry sisältöön|siirry pääsisältöön|hyppää sisältöön|takaisin|takaisin ylös|lue lisää|lue koko *|näytä lisää|näytä kaikki|katso kaikki|seuraava|edellinen|olet tässä|kirjaudu|kirjaudu sisään|rekisteröidy|sulje|sisällys|tulosta|kuuntele|tallenna',
    cookies:
      'käytämme|tämä sivusto käyttää|sivusto käyttää|sivustomme käyttää|verkkosivusto käyttää',
    cookieButtons: 'hyväksy|hyväksyn|hylkää|asetukset|hallitse|salli',
    browser: 'selaimesi|ota javascript käyttöön|javascript ei ole käytössä',
    hotline: 'hätätilanteessa|hätätapauksessa|soita|hätänumero|kriisipuhelin',
    share: 'jaa|jaa artikkeli|jaa sivu|jaa tämä *|kopioi linkki|lähetä sähköpostilla|twiittaa',
    newsletter: 'uutiskirje|tilaa uutiskirje*|tilaa *uutiskirje*|liity *postituslist*',
    advertisement:
      'mainos|ilmoitus|sponsoroitu sisältö|kaupallinen yhteistyö|juttu jatkuu mainoksen jälkeen|artikkeli jatkuu mainoksen jälkeen',
    rights: 'kaikki oikeudet pidätetään',
    legal:
      'tietosuoja|tietosuojaseloste|tietosuojakäytäntö|käyttöehdot|yhteystiedot|ota yhteyttä|saavutettavuus|saavutettavuusseloste',
    caption: 'kuva|kuvat|kuvateksti|valokuva|kuvaaja',
    comments:
      'kommentit|kommentoi|* kommenttia|kirjoita kommentti|jätä kommentti|näytä kommentit|osallistu keskusteluun',
    by: 'kirjoittaja:|teksti:|kirjoittanut',
    roles: 'toimittaja|toimitus|kirjeenvaihtaja|päätoimittaja|kolumnisti',
    published: 'julkaistu|päivitetty|viimeksi päivitetty|muokattu|päivämäärä|luotu',
    related:
      'lue myös|lisää aiheesta|aiheeseen liittyvää|aiheesta lisää|liittyvät artikkelit|katso myös|luetuimmat|suosituimmat|suositellut|suosittelemme|muita uutisia',
    greeting:
      'hyvää (?:huomenta|päivää|iltaa|iltapäivää)|hyvät (?:naiset ja herrat|ystävät|kuulijat|kollegat|kansalaiset|kansanedustajat|vieraat)|arvoisa (?:puhemies|puheenjohtaja|rouva|herra|yleisö)|arvoisat (?:kuulijat|vieraat)|teidän ylhäisyytenne',
    announced:
      'muutosvarauksin|(?:puhe|puheenvuoro) * muutosvarauksin*|* puhe (?:eduskunnassa|seminaarissa|tilaisuudessa) *',
    thanks: 'kiitos|kiitoksia|paljon kiitoksia|kiitän|kiitos huomiostanne',
  },
  cs: {
    navigation:
      'menu|domů|úvod|úvodní stránka|hlavní stránka|hledat|vyhledávání|přejít k obsahu|přejít na obsah|přeskočit na obsah|zpět|zpět na *|nahoru|číst více|číst dál|celý článek|více|více informací|zobrazit více|zobrazit vše|další|předchozí|další článek|předchozí článek|nacházíte se zde|přihlásit|přihlásit se|registrovat|registrace|zavřít|obsah|tisk|vytisknout',
    cookies:
      'používáme|využíváme|tento web používá|tyto stránky používají|tato stránka používá|náš web používá',
    cookieButtons: 'přijmout|souhlasím|odmítnout|nastavení|zásady|povolit',
    browser: 'váš prohlížeč|zapněte javascript|povolte javascript|javascript je vypnutý',
    hotline: 'v naléhavých případech|volejte|tísňov* linka|linka důvěry|linka bezpečí',
    share:
      'sdílet|sdílejte|sdílet článek|sdílet na *|zkopírovat odkaz|kopírovat odkaz|poslat e-mailem|tweetnout',
    newsletter: 'newsletter|přihlaste se k odběru*|odebírat *|odebírejte *|přihlásit k odběru*',
    advertisement:
      'reklama|inzerce|komerční sdělení|sponzorovaný obsah|článek pokračuje pod reklamou',
    rights: 'všechna práva vyhrazena',
    legal:
      'ochrana osobních údajů|zásady ochrany osobních údajů|podmínky užití|obchodní podmínky|kontakt|kontakty|prohlášení o přístupnosti|mapa stránek',
    caption: 'foto|fotografie|obrázek|autor fotografie|popisek',
    comments:
      'komentáře|diskuse|diskuze|* komentářů|přidat komentář|vstoupit do diskuse|zobrazit komentáře',
    by: 'autor:|autorka:|napsal|napsala|text:',
    roles:
      'redaktor|redaktorka|redakce|zpravodaj|zpravodajka|reportér|reportérka|novinář|novinářka',
    published:
      'publikováno|zveřejněno|vydáno|aktualizováno|naposledy aktualizováno|datum|dne|vytvořeno',
    related:
      'související|související články|související témata|čtěte také|čtěte též|čtěte dále|přečtěte si také|mohlo by vás zajímat|mohlo by vás také zajímat|další články|nejčtenější|doporučujeme|viz též|viz také|více k tématu',
    greeting:
      'dobrý (?:den|večer)|dobré (?:ráno|odpoledne|dopoledne)|dámy a pánové|vážené dámy|vážení (?:přátelé|hosté|kolegové|občané|spoluobčané|přítomní)|milí (?:přátelé|spoluobčané|hosté)|drazí spoluobčané|(?:vážený )?pane (?:prezidente|předsedo|premiére)|(?:vážená )?paní (?:předsedkyně|prezidentko)|excelence',
    announced:
      'platí mluvené slovo|(?:projev|vystoupení|proslov) (?:prezidenta|premiéra|předsedy|ministra|ministryně|na|při|k) *|(?:celý|plný) text projevu *|(?:projev|vystoupení) v plném znění *',
    thanks: 'děkuji|děkuji vám|děkuji za pozornost|děkuji vám za pozornost|díky',
  },
  ru: {
    navigation:
      'меню|главная|поиск|найти|перейти к содержанию|перейти к основному содержанию|к содержанию|назад|вернуться *|наверх|читать далее|читать дальше|читать полностью|подробнее|показать ещё|показать еще|показать все|смотреть все|следующая|предыдущая|вы здесь|войти|вход|регистрация|зарегистрироваться|закрыть|содержание|распечатать|печать|версия для печати',
    cookies: 'мы используем|этот сайт использует|наш сайт использует|сайт использует',
    cookieButtons: 'принять|согласен|согласиться|отклонить|настройки|настроить',
    browser:
      'ваш браузер|вашем браузере|включите javascript|javascript отключен|javascript отключён',
    hotline: 'в экстренных случаях|звоните|позвоните|телефон доверия|горячая линия|единый номер',
    share: 'поделиться|поделитесь|поделиться в *|скопировать ссылку|отправить по почте|твитнуть',
    newsletter:
      'рассылка|подписаться *|подписаться на рассылку*|подпишитесь на *|подписывайтесь на *',
    advertisement:
      'реклама|на правах рекламы|рекламный материал|партнёрский материал|партнерский материал',
    rights: 'все права защищены|все права сохранены',
    legal:
      'политика конфиденциальности|пользовательское соглашение|условия использования|контакты|карта сайта|обратная связь|правовая информация',
    caption:
      'фото|фотография|изображение|источник изображения|подпись к фото|автор фото|иллюстрация',
    comments:
      'комментарии|комментировать|* комментариев|оставить комментарий|показать комментарии|обсудить',
    by: 'автор:|текст:|беседовал|беседовала',
    roles: 'корреспондент|редактор|редакция|журналист|журналистка|обозреватель|репортёр|репортер',
    published: 'опубликовано|дата публикации|обновлено|изменено|дата|создано|добавлено',
    related:
      'читайте также|читайте ещё|читайте еще|смотрите также|см. также|по теме|материалы по теме|похожие материалы|похожие статьи|другие новости|ещё по теме|еще по теме|самое читаемое|популярное|рекомендуем|вам может быть интересно',
    greeting:
      'доброе утро|добрый (?:день|вечер)|здравствуйте|дамы и господа|уважаемые (?:дамы|коллеги|друзья|граждане|гости|товарищи|участники|депутаты)|дорогие (?:друзья|коллеги|соотечественники|граждане|гости)|друзья|(?:господин|госпожа|уважаемый господин|уважаемая госпожа) (?:президент|председатель|министр)',
    announced:
      '(?:стенограмма|полный текст|текст) (?:выступления|речи|послания|обращения|интервью) *|(?:выступление|речь|обращение) (?:президента|премьер-министра|министра|главы) *',
    thanks:
      'спасибо|большое спасибо|спасибо за внимание|благодарю|благодарю вас|благодарю за внимание',
  },
};
