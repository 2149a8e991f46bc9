package org.gongkai.publish.archive;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.publish.bundle.WindowsText;
import org.gongkai.site.Site;

/**
 * What an archive says of itself to people.
 *
 * @param audience the name of its audience
 * @param entries the number of its entries
 * @param commit the commit from which its pages were made; empty if there is none
 */
record FilingText(Site site, String audience, int year, int entries, Optional<String> commit) {

    byte[] bytes() {
        String name = site.config().name();
        String unit = site.config().unit();
        Stream<String> head = Stream.of(
                year + "年度归档包",
                "",
                "网站：" + name + (unit.isEmpty() ? "" : "（" + unit + "）"),
                "范围：年度含 " + year + " 年、公开对象“" + audience + "”看得到的全部条目",
                "件数：" + entries,
                "日期：按 " + site.asOf() + " 的情况整理",
                "提交：" + commit.orElse("无（文件夹不在 git 仓库里，或者有没提交的改动）"));
        List<String> body = List.of(
                "",
                "一、里面有什么",
                "",
                YearArchive.CATALOGUE + ".xlsx、" + YearArchive.CATALOGUE + ".csv",
                "    归档目录，两个文件内容相同。先按保管期限从长到短，再按日期、索引号排列。",
                "    日期是成文日期，没有成文日期的写发布日期；页数是 PDF 附件的页数，没有的空着。",
                "    几个文种保管期限不同的，从长。保管期限取自文种的设置，以本单位的归档办法为准。",
                "0001-… 等文件夹",
                "    一件一个文件夹，前四位是件号，与归档目录的“文件”一栏对应：",
                "    page.html    网页，用浏览器打开，不用联网；不在包里的链接只显示文字",
                "    source.*     源文件，与原件一字节不差，含网页上不显示的字段和注释",
                "    attachments  附件和图片",
                "    styles       网页的样式",
                YearArchive.SUMS,
                "    其他每个文件的 SHA-256",
                "",
                "二、怎样核对",
                "",
                "在解开后的文件夹里运行：sha256sum -c " + YearArchive.SUMS,
                "在 Windows 上逐个核对：certutil -hashfile 文件名 SHA256",
                "内容、年度、公开对象和日期相同，同一版程序每次写出的包一字节也不差。");
        return WindowsText.of(Stream.concat(head, body.stream()).toList());
    }
}
