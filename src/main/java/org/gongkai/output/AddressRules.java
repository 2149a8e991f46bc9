package org.gongkai.output;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Constraints on addresses so that every file system can hold their files: beside a packed copy, below {@code
 * editions/NAME/}, and on Windows. An output refuses addresses that cannot be written at all; the other rules serve
 * callers that can still choose another address.
 */
public final class AddressRules {

    /** Maximum bytes of a name on common file systems. */
    private static final int LONGEST_NAME = 255;

    /** Bytes reserved for the suffix of a packed copy. */
    private static final int RESERVED = ".gz".length();

    /** Maximum bytes of an address, which leaves room for the path of the store. */
    private static final int LONGEST = 1000;

    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|conin\\$|conout\\$|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_ON_WINDOWS = Pattern.compile("[\\\\:*?\"<>|\\x00-\\x1f\\x7f]");

    private AddressRules() {}

    /** The reason in Chinese why no file can be written at an address; empty if one can. */
    static Optional<String> impossible(String address) {
        for (String name : address.split("/", -1)) {
            if (bytes(name) > LONGEST_NAME) {
                return Optional.of("名字太长，有 " + bytes(name) + " 字节，最多 " + LONGEST_NAME + " 字节");
            }
        }
        return address.split("/", 2)[0].equalsIgnoreCase(Staging.NAME)
                ? Optional.of(Staging.NAME + " 是生成站点时用的文件夹")
                : Optional.empty();
    }

    /** The reason in Chinese why an address should not be used; empty if it may be used. */
    public static Optional<String> violation(String address) {
        for (String name : address.split("/", -1)) {
            Optional<String> violation = ofName(name);
            if (violation.isPresent()) {
                return violation;
            }
        }
        return bytes(address) > LONGEST
                ? Optional.of("太长，有 " + bytes(address) + " 字节，最多 " + LONGEST + " 字节")
                : Optional.empty();
    }

    private static Optional<String> ofName(String name) {
        if (name.isEmpty() || name.startsWith(".")) {
            return Optional.of(name.isEmpty() ? "有空的文件夹名" : "以点开头的名字“" + name + "”，网页服务器一般不给读者看");
        }
        if (bytes(name) > LONGEST_NAME - RESERVED) {
            return Optional.of("里面有一个名字有 " + bytes(name) + " 字节，最多 " + (LONGEST_NAME - RESERVED) + " 字节");
        }
        if (isDevice(name)) {
            return Optional.of(
                    "“" + name.toLowerCase(Locale.ROOT).replaceFirst("\\..*", "") + "”是 Windows 的设备名，不能作文件名");
        }
        if (name.endsWith(".") || name.endsWith(" ")) {
            return Optional.of("名字“" + name + "”的末尾是点或空格，Windows 存不下");
        }
        return NOT_ON_WINDOWS.matcher(name).find()
                ? Optional.of("名字“" + name + "”里有 Windows 文件名不能用的字符")
                : Optional.empty();
    }

    /** Whether Windows reserves a name for a device, regardless of its extension. */
    public static boolean isDevice(String name) {
        return DEVICE.matcher(name).matches();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The addresses of one output, none of which conflicts with another on a disk. Thread-safe. */
    static final class AddressSet {

        /** Whether a path is a file; its parent folders map to {@code false}. */
        private final Map<String, Boolean> isFile = new ConcurrentHashMap<>();

        /**
         * Adds the address of a file.
         *
         * @throws IllegalArgumentException if it was added before
         * @throws FileSystemException if no disk can hold it, or it conflicts with another address
         */
        void add(String address) throws FileSystemException {
            String reason = AddressRules.impossible(address).orElse("");
            if (!reason.isEmpty()) {
                throw new FileSystemException(address, null, reason);
            }
            for (int slash = address.indexOf('/'); slash > 0; slash = address.indexOf('/', slash + 1)) {
                if (Boolean.TRUE.equals(isFile.putIfAbsent(address.substring(0, slash), false))) {
                    throw new FileSystemException(
                            address, null, "站点里有一个文件叫 " + address.substring(0, slash) + "，下面不能再放文件");
                }
            }
            Boolean taken = isFile.putIfAbsent(address, true);
            if (Boolean.TRUE.equals(taken)) {
                throw new IllegalArgumentException("two files have the address " + address);
            }
            if (taken != null) {
                throw new FileSystemException(address, null, "站点里有一个同名的文件夹");
            }
        }
    }
}
