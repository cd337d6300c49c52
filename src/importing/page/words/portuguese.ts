import type { PageWords } from '../pageWords.ts';

export const portuguese: PageWords = {
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
};
