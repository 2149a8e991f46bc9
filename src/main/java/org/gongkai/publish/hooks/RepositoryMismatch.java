package org.gongkai.publish.hooks;

/** The hooks of a repository were installed in another one. */
public final class RepositoryMismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what to say, without the full stop */
    public RepositoryMismatch(String message) {
        super(message);
    }
}
