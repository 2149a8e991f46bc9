package org.gongkai.cli.option;

/** A command was asked for something that makes no sense here; the message says what, in Chinese. */
public final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongUsage(String message) {
        super(message);
    }
}
