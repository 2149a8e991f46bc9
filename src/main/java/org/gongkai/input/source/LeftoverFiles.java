package org.gongkai.input.source;

import java.util.Locale;
import java.util.regex.Pattern;

/** Files that operating systems and office programs create beside those of a user. They are not part of a site. */
public final class LeftoverFiles {

    /**
     * {@code ~$} is the lock file of Word, Excel and WPS, {@code ~WRL} a temporary copy, {@code .~lock} LibreOffice's.
     */
    private static final Pattern NAMES = Pattern.compile(
            "thumbs\\.db(?::encryptable)?|ehthumbs\\.db|desktop\\.ini|\\.ds_store|~\\$.*|\\.~.*|.*\\.tmp");

    private LeftoverFiles() {}

    /**
     * Returns true for the name of such a file, ignoring case.
     *
     * @param path a path or a name
     */
    public static boolean contain(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return NAMES.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
}
