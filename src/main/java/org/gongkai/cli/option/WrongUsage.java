package org.gongkai.cli.option;

/** Arguments that are well-formed, but cannot be carried out here. */
public final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, in Chinese without the full stop */
    public WrongUsage(String message) {
        super(message);
    }
}
