package org.gongkai.cli.hooks;

/** The hooks of a repository were installed in another one. */
public final class OtherRepository extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what to say, without the full stop */
    OtherRepository(String message) {
        super(message);
    }
}
