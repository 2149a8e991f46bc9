package org.gongkai.write.document.word.assemble;

import java.util.Locale;

/** Decides which addresses of links are taken over. */
public final class LinkAddress {

    private LinkAddress() {}

    /** An address that every reader can follow; empty for all others, which are reported. */
    public static String checked(String address, RemarkCollector remarks) {
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
