package org.gongkai.output;

import java.util.zip.CRC32C;

/**
 * By what the bytes of a file are known again.
 *
 * @param size bytes
 * @param sha256 their hash, 64 hexadecimal digits in lower case; empty if nobody has asked for it
 * @param sum their CRC-32C: quick to take, and good enough to tell whether a file was damaged since
 */
public record FileDigest(long size, String sha256, long sum) {

    /** The CRC-32C of some bytes. */
    static long sum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return sum.getValue();
    }
}
