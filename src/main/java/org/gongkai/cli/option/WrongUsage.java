package org.gongkai.cli.option;

/** Arguments that are well-formed, but cannot be carried out here. */
public final class WrongUsage extends RuntimeException {
    /** @param message what is wrong, in Chinese without the full stop */
    public WrongUsage(String message) {
        super(message);
    }
}
