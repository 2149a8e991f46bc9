package org.gongkai.check.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for what a drawing must not do: run scripts, answer to clicks, fetch anything. */
final class Svg {

    private static final Pattern SCRIPT = Pattern.compile("(?i)<\\s*(?:\\w+:)?script\\b|javascript:");
    private static final Pattern EVENT = Pattern.compile("(?i)<[^>]*\\s(on[a-z]+)\\s*=");
    private static final Pattern ENTITY = Pattern.compile("(?i)<!ENTITY");
    private static final Pattern FOREIGN = Pattern.compile("(?i)<\\s*(?:\\w+:)?foreignObject\\b");
    private static final Pattern EXTERNAL =
            Pattern.compile("(?i)(?:\\s(?:[\\w-]+:)?href\\s*=\\s*[\"'](?!\\s*#|\\s*data:image/(?!svg))"
                    + "|\\ssrc\\s*=|url\\(\\s*[\"']?(?!\\s*[\"']?(?:#|data:))|@import|<\\?xml-stylesheet)");

    private Svg() {}

    /** What is wrong with a drawing, if anything. */
    static Optional<String> fault(String svg) {
        if (SCRIPT.matcher(svg).find()) {
            return Optional.of("脚本");
        }
        Matcher event = EVENT.matcher(svg);
        if (event.find()) {
            return Optional.of("事件 " + event.group(1));
        }
        if (ENTITY.matcher(svg).find()) {
            return Optional.of("实体声明");
        }
        if (FOREIGN.matcher(svg).find()) {
            return Optional.of("嵌入的网页（foreignObject）");
        }
        return EXTERNAL.matcher(svg).find() ? Optional.of("对外部文件的引用") : Optional.empty();
    }
}
