package org.gongkai.preview.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.input.source.SourceFile;
import org.gongkai.io.TextResource;

/**
 * An answer.
 *
 * @param status its status code
 * @param type its media type
 * @param body its bytes
 * @param headers further headers; they replace those that the server sets by itself
 */
public record Response(int status, String type, byte[] body, Map<String, String> headers) {

    /**
     * What a page may load and run, unless a response says otherwise: files of this server only, no inline script or
     * style.
     */
    public static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; font-src 'self'; media-src 'self'; connect-src 'self'; frame-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    /** The type of everything else. */
    public static final String OTHER_TYPE = "application/octet-stream";

    private static final String HTML = "text/html; charset=utf-8";
    private static final Map<String, String> TYPES = TextResource.map(Response.class, "types.txt");

    private static final String SECURITY_POLICY = "Content-Security-Policy";

    public static Response of(String type, byte[] body) {
        return new Response(200, type, body, Map.of());
    }

    /** A file, whose type is that of its address. */
    public static Response file(String address, byte[] body) {
        return of(typeOf(address), body);
    }

    /** The media type of the file at an address, by its extension. */
    public static String typeOf(String address) {
        return TYPES.getOrDefault(SourceFile.ending(address), OTHER_TYPE);
    }

    public static Response html(String html) {
        return of(HTML, html.getBytes(StandardCharsets.UTF_8));
    }

    public static Response json(String json) {
        return of("application/json; charset=utf-8", json.getBytes(StandardCharsets.UTF_8));
    }

    /** A sentence. */
    public static Response text(int status, String sentence) {
        return new Response(
                status, "text/plain; charset=utf-8", (sentence + "\n").getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** Sends the browser to another address of this server. */
    public static Response redirect(String address) {
        return text(303, address).with("Location", address);
    }

    public boolean isHtml() {
        return type.equals(HTML);
    }

    public Response withStatus(int other) {
        return new Response(other, type, body, headers);
    }

    public Response with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Response(status, type, body, more);
    }

    /** Replaces the {@link #POLICY} of a response. */
    public Response withPolicy(String policy) {
        return with(SECURITY_POLICY, policy);
    }
}
