package org.gongkai.history.versions;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Extracts the index number from a file without parsing its header, to pair moved files quickly. */
public final class IndexNumberScanner {

    private static final int HEADER = 8_192;
    private static final Pattern NUMBER =
            Pattern.compile("(?m)^:?(?:索引号|number)\\s*[:：=]\\s*[\"']?([^\\s\"']+)", Pattern.CASE_INSENSITIVE);

    /** Returns the index number near the start of a file, if there is one. */
    public Optional<String> of(byte[] file) {
        Matcher found = NUMBER.matcher(new String(file, 0, Math.min(file.length, HEADER), StandardCharsets.UTF_8));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
