package org.gongkai.input.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks of file names that are not portable or are reserved by Git. */
public final class PortableNames {

    /** Characters that macOS ignores in file names. */
    private static final Pattern IGNORED = Pattern.compile("[\\u200C-\\u200F\\u202A-\\u202E\\u206A-\\u206F\\uFEFF]");

    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])( *\\..*)?");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x1f\\\\:*?\"<>|]");

    private PortableNames() {}

    /** Returns true if a path leaves its folder, or denotes a file of Git's own on some machine. */
    public static boolean isDangerous(String path) {
        String name = IGNORED.matcher(SourceFile.name(path)).replaceAll("").toLowerCase(Locale.ROOT);
        String bare = name.replaceFirst("::?\\$.*$", "").replaceFirst("[. ]+$", "");
        return name.isEmpty() || bare.isEmpty() || bare.equals(".git") || bare.matches("git~[0-9]+");
    }

    /** Returns the reason in Chinese, without a full stop, why Windows cannot store a path; empty if it can. */
    public static Optional<String> unknownToWindows(String path) {
        String name = SourceFile.name(path);
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
}
