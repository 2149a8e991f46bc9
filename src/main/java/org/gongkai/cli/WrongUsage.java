package org.gongkai.cli;

/** A command was asked for something that makes no sense here; the message says what, in Chinese. */
final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongUsage(String message) {
        super(message);
    }
}
