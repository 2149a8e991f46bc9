package org.gongkai.output;

import java.util.zip.CRC32C;

/**
 * Size, SHA-256 and CRC-32C of a file.
 *
 * @param size bytes
 * @param sha256 64 lower-case hexadecimal digits; empty if it was not computed
 * @param sum the CRC-32C, which is quickly computed and detects damage
 */
public record FileDigest(long size, String sha256, long crc32c) {

    static long crc32c(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return sum.getValue();
    }
}
