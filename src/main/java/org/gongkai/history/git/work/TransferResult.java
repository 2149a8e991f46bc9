package org.gongkai.history.git.work;

import java.util.List;

/**
 * The result of a fetch or a push.
 *
 * @param lines what the server said, line by line; if it said nothing, what git said
 */
public record TransferResult(Status status, List<String> lines) {

    /** How a transfer ended. */
    public enum Status {
        /** The server has accepted everything, or had it already. */
        DONE,
        /** The server refused; its reasons are in the lines. */
        REFUSED,
        /** The server has commits that must be pulled first. */
        NOT_FAST_FORWARD,
        NO_NETWORK,
        /** The server wants a password or a key that git could not provide. */
        NEEDS_LOGIN,
        /** The address leads to no repository, or the server has no such branch. */
        NOT_FOUND,
        /** There is no git, no remote, no branch or no commit; a sentence in Chinese is in the lines. */
        NOT_POSSIBLE,
        TIMED_OUT,
        CANCELLED,
        FAILED
    }

    /** A result with some lines. */
    public static TransferResult of(Status status, String... lines) {
        return new TransferResult(status, List.of(lines));
    }
}
