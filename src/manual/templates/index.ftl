<#-- Who reads what, and the chapters that most come for. -->
<#import "layout.ftl" as layout>
<#assign write = "write/2025/" reference = "reference/2025/" admin = "admin/2025/" rules = "rules/2025/10-gui-ze-yi-lan.html">
<#assign chapters = {
"write/index.html": [["预览与提交", write + "06-yu-lan-yu-ti-jiao.html"], ["出错时怎么看", write + "07-chu-cuo-shi-zen-me-kan.html"], ["常见问题", write + "08-faq.html"], ["导入文稿", write + "17-dao-ru-wen-gao.html"], ["打印和张贴", write + "19-da-yin-he-zhang-tie.html"]],
"reference/index.html": [["文件头写法大全", reference + "02-wen-jian-tou-xie-fa-da-quan.html"], ["文种一览", reference + "09-wen-zhong-yi-lan.html"], ["通知", reference + "wen-zhong-02-tong-zhi.html"], ["公示", reference + "wen-zhong-07-gong-shi.html"], ["支委会", reference + "wen-zhong-21-zhi-wei-hui.html"]],
"rules/index.html": [["规则一览", rules], ["文件头和设置", rules + "#一-文件头和设置"], ["正文、链接、图片和附件", rules + "#二-正文-链接-图片和附件"]],
"admin/index.html": [["服务器怎么搭", admin + "11-fu-wu-qi-zen-me-da.html"], ["刻盘带进内部网络", admin + "12-ke-pan-dai-jin-nei-bu-wang-luo.html"], ["站点设置", admin + "13-zhan-dian-she-zhi.html"], ["台账", admin + "15-tai-zhang.html"], ["改网站的样子", admin + "21-gai-wang-zhan-de-yang-zi.html"]]
}>
<@layout.frame crumbs=false>
<section class="paper manual" aria-labelledby="parts">
<div class="paper-head"><h2 id="parts">看哪一部分</h2></div>
<p class="manual-first"><a href="${root}${write}01-di-yi-pian-tiao-mu-zen-me-xie.html">第一次写，从这里开始：第一篇条目怎么写</a></p>
<dl>
<#list site.columns as column>
<dt><a href="${root}${column.uri}">${column.name}</a></dt>
<dd>${column.description}
<ul>
<#list chapters[column.uri]![] as chapter>
<li><a href="${root}${chapter[1]}">${chapter[0]}</a></li>
</#list>
</ul></dd>
</#list>
</dl>
<p>记不清在哪里的，用上面的搜索：任何词语、字段名、错误代码都找得到。</p>
</section>
</@layout.frame>
