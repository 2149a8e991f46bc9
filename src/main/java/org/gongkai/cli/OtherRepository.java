package org.gongkai.cli;

/** The hooks of a repository were installed in another one. */
final class OtherRepository extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what to say, without the full stop */
    OtherRepository(String message) {
        super(message);
    }
}
