package org.gongkai.write.desk.file;

/** Thrown if the desk refuses a request; the message is one sentence for the editor, in Chinese. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status the status of HTTP, such as 400 for a wrong request and 409 for one that comes too late */
    public Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }
}
