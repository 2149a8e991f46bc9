package org.gongkai.output;

import java.nio.file.FileSystemException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The addresses of one output, none of which conflicts with another on a disk. Thread-safe. */
final class AddressSet {

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
                throw new FileSystemException(address, null, "站点里有一个文件叫 " + address.substring(0, slash) + "，下面不能再放文件");
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
