package org.gongkai.problem;

/**
 * Thrown if an operation would cause harm or the store is not in the expected state. Nothing has been changed. The
 * message is in Chinese, for users.
 */
public final class PublicationRefused extends RuntimeException {
    public PublicationRefused(String message) {
        super(message);
    }
}
