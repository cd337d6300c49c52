import type { PageWords } from '../pageWords.ts';

export const french: PageWords = {
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
};
