package org.gongkai.history.versions;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the index number from a file without reading its header: for telling which of many files was moved. */
public final class IndexNumberScanner {

    private static final int HEADER = 8_192;
    private static final Pattern NUMBER =
            Pattern.compile("(?m)^:?(?:索引号|number)\\s*[:：=]\\s*[\"']?([^\\s\"']+)", Pattern.CASE_INSENSITIVE);

    /** The number near the top of a file, if there is one. */
    public Optional<String> of(byte[] file) {
        Matcher found = NUMBER.matcher(new String(file, 0, Math.min(file.length, HEADER), StandardCharsets.UTF_8));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
