package org.gongkai.publish;

/** A request that cannot be carried out as it is put, whatever the state of the site. */
public final class InvalidRequest extends RuntimeException {

    /** @param message what is wrong with it, in Chinese without the full stop */
    public InvalidRequest(String message) {
        super(message);
    }
}
