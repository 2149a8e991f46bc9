<#-- What readers of a portal have to know of it. -->
<#import "layout.ftl" as layout>
<@layout.frame sheet="overview">
<section class="paper">
<div class="paper-head list-head"><h1>${heading}</h1></div>
<div class="prose">
<p>这里汇总各单位在自己网站上已经公开的内容。标题和数字都能点开，看到的是那个单位网站上的原文；几个单位标题相同的排在一条里，点单位名称看各自的原文；公示各单位是各单位的，除党费公示以外不排在一起。</p>
<h2>怎么找</h2>
<ul>
<li>知道是哪个单位的，从<a href="${root}units/index.html">各单位</a>一级一级点下去；上级单位的一页，是它下面的全部。</li>
<li>知道是哪一类的，从<a href="${root}columns/index.html">栏目</a>找；知道是哪一年的，<a href="${root}years/index.html">按年浏览</a>。</li>
<li>记得里面一句话的，在<a href="${root}search.html">搜索</a>里输入这几个字，全部单位一起查，可以再按单位、年度、种类筛选。</li>
</ul>
<h2>数字从哪里来</h2>
<ul>
<li>数字都是从各单位公开的内容里算出来的，没有人填报；截至的日期在首页上方。</li>
<li>公开目录：逐项写这一年公开了几篇，上级单位的是下面各支部合计；“5项（共7项）”是目录一共7项，已经有内容的5项，只统计标明了目录项的篇目；哪年都没有内容的项目不列。灰底的没有提供数据；没有提供、没有公开，不等于没有开展。</li>
<li>党费：按季度写实交的金额，红底的没有交足，下面一行是应交的；“缺1个支部”是下面有1个支部没有提供数据，合计不含它；还没有到期的写“未到期”。</li>
</ul>
<h2>有的单位写着“没有读到”</h2>
<p>这一次没有读到它的网站，或者它的文件和发布时的记录核对不一致。这里留着的是上一次核验过的内容，写明了是哪一天发布的；最新的请看它自己的网站。</p>
</div>
</section>
</@layout.frame>
