package org.gongkai.input.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names that not every machine can give to a file, or under which git keeps its own. */
public final class PortableNames {

    /** What a Mac leaves out of a name before it looks for the file. */
    private static final Pattern IGNORED = Pattern.compile("[\\u200C-\\u200F\\u202A-\\u202E\\u206A-\\u206F\\uFEFF]");

    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])( *\\..*)?");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x1f\\\\:*?\"<>|]");

    private PortableNames() {}

    /** Whether a path leads out of its folder, or on some machine into what git keeps there. */
    public static boolean isDangerous(String path) {
        String name = IGNORED.matcher(last(path)).replaceAll("").toLowerCase(Locale.ROOT);
        String bare = name.replaceFirst("::?\\$.*$", "").replaceFirst("[. ]+$", "");
        return name.isEmpty() || bare.isEmpty() || bare.equals(".git") || bare.matches("git~[0-9]+");
    }

    /** Why Windows cannot have a file of this path, without the full stop; empty if it can. */
    public static Optional<String> unknownToWindows(String path) {
        String name = last(path);
        if (FORBIDDEN.matcher(name).find()) {
            return Optional.of("文件名里有 Windows 不许用的字符（\\ : * ? \" < > |）");
        }
        if (DEVICE.matcher(name).matches()) {
            return Optional.of("这个名字在 Windows 上是设备名，不能作文件名");
        }
        if (name.endsWith(".") || name.endsWith(" ")) {
            return Optional.of("文件名以点或空格结尾，Windows 上打不开");
        }
        return Optional.empty();
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
