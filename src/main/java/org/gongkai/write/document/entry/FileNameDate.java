package org.gongkai.write.document.entry;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.source.SourceFile;
import org.gongkai.text.DateText;

/**
 * The date in the name of a file, as Jekyll and others read it: {@code 2016-02-10-slug.md}, {@code
 * 2016-02-10-slug/index.md}, {@code 2016/02/10/slug.md}.
 *
 * @param day the date
 * @param rest the name without it; empty if the name is nothing else
 */
record FileNameDate(LocalDate day, String rest) {

    private static final Pattern NAME = Pattern.compile(
            "(?:.*/)?(?:(\\d{4})(\\d{2})(\\d{2})|(\\d{4})([-_./])(\\d{1,2})\\5(\\d{1,2}))(?:[-_. /]+([^/]*))?");
    private static final Pattern INDEX = Pattern.compile("(?i)/_?(?:index|readme)$");

    /** The date in the name of a file; empty if there is none. */
    static Optional<FileNameDate> of(Path file) {
        String path = file.toAbsolutePath().normalize().toString().replace('\\', '/');
        String name = INDEX.matcher(SourceFile.folder(path) + new SourceFile(path, 0).stem())
                .replaceFirst("");
        Matcher found = NAME.matcher(name);
        if (!found.matches()) {
            return Optional.empty();
        }
        int year = found.group(1) == null ? 4 : 1;
        int month = year == 1 ? 2 : 6;
        String rest = found.group(8) == null ? "" : found.group(8);
        return DateText.day(found.group(year) + "-" + found.group(month) + "-" + found.group(month + 1))
                .map(day -> new FileNameDate(day, rest));
    }
}
