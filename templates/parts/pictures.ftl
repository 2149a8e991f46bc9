<#-- The body with the text of each picture that stands alone below it, so that a drawing is not taken for a photograph. Pictures
     without a text are decoration; AsciiDoc makes a text of the name of the file, which is seldom in Chinese. -->
<#function captioned body>
<#if !body?contains("<img ")><#return body></#if>
<#return body
  ?replace('<figure([^>]*)>((?:(?!</figure>|<figcaption|<img ).)*<img [^>]*?alt="([^"]+)"[^>]*>(?:(?!</figure>|<figcaption|<img ).)*)</figure>',
    '<figure$1>$2<figcaption>$3</figcaption></figure>', "rs")
  ?replace('(<div class="content">\n(?:<a [^>]*>)?<img [^>]*?alt="([^"]*\\p{IsHan}[^"]*)"[^>]*>(?:</a>)?\n</div>)(?=\n</div>)',
    '$1\n<div class="title">$2</div>', "r")>
</#function>

<#-- The same for a version, in which marks stand beside the pictures; for one that is not kept its text stands. -->
<#function marked body>
<#return captioned(body)
  ?replace('(<img [^>]*?alt="([^"]+)"[^>]*>)(?=</p>|\n<(?!/div>)|<span class="vh">〕)', '$1<span class="picture-text">$2</span>', "r")
  ?replace('<figure>([^<]+)</figure>', '<figure>〔图：$1〕</figure>', "r")>
</#function>
