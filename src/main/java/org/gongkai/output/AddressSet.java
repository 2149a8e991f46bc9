package org.gongkai.output;

import java.nio.file.FileSystemException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The addresses of one output, which a disk can hold side by side. Any number of threads may add to it. */
final class AddressSet {

    /** Files and the folders above them, and which of both they are. */
    private final Map<String, Boolean> isFile = new ConcurrentHashMap<>();

    /**
     * Adds the address of a file.
     *
     * @throws IllegalArgumentException if a file has it already
     * @throws FileSystemException if no disk can hold it, or not beside the others
     */
    void add(String address) throws FileSystemException {
        String fault = AddressRules.impossible(address).orElse("");
        if (!fault.isEmpty()) {
            throw new FileSystemException(address, null, fault);
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
