package org.gongkai.preview.http;

/** Thrown if a request is refused. Its message is the sentence that the browser shows. */
public final class HttpFailure extends RuntimeException {

    private final int status;

    /**
     * @param status the status code of the response
     * @param sentence what is wrong and what to do, as a whole sentence
     */
    public HttpFailure(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
