package org.gongkai.write.document.word.docx;

import java.util.Locale;
import org.gongkai.write.document.word.assemble.RemarkCollector;

/** Decides which addresses of links are taken over. */
final class Links {

    private Links() {}

    /** An address that every reader can follow; empty for all others, which are reported. */
    static String checked(String address, RemarkCollector remarks) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("mailto:")) {
            return address.strip();
        }
        if (!lower.isEmpty()) {
            remarks.leftOut("链接的地址别人打不开，只留下了文字：" + RemarkCollector.quoted(address));
        }
        return "";
    }
}
