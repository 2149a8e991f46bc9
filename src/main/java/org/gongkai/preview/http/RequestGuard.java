package org.gongkai.preview.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gongkai.io.Digests;

/**
 * Decides which requests are answered. A page of any other host that is open in the same browser can send requests
 * here; none of them gets an answer that it can read, or changes anything:
 *
 * <ul>
 *   <li>{@code Host} must be the address that was printed, so that no name which an attacker controls resolves here;
 *   <li>other sites may link here, but not embed or read anything ({@code Sec-Fetch-Site});
 *   <li>what changes something must come from a page of this server ({@code Origin});
 *   <li>with a token nothing is answered to whoever does not know it, other users of the machine included;
 *   <li>a cookie lets its owner read pages and files, for a page cannot send a header with these. It is not the token:
 *       browsers send it to every port of this host, so it neither changes anything nor reads what pages ask for. Pages
 *       get the token in the fragment of the address, which is sent nowhere, and keep it for their port alone.
 * </ul>
 */
public final class RequestGuard {

    /** The header with the token, for programs. */
    public static final String TOKEN_HEADER = "X-Gongkai-Token";

    /** The parameter with the token, for the first request of a browser. */
    public static final String TOKEN_PARAMETER = "token";

    /** Where the token is required for reading, too. */
    private static final String ASKED_BY_PAGES = "/api/";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private static final int TOKEN_BYTES = 16;

    private final Optional<String> token;

    private RequestGuard(Optional<String> token) {
        this.token = token;
    }

    /** A token that nobody can guess. */
    public static String newToken() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** A guard that answers all browsers of this machine. */
    public static RequestGuard withoutToken() {
        return new RequestGuard(Optional.empty());
    }

    /** A guard that answers only those who know a token. */
    public static RequestGuard withToken(String token) {
        return new RequestGuard(Optional.of(token));
    }

    /** The name of the cookie that holds the token; cookies of all ports of a host are sent to each of them. */
    static String cookieName(int port) {
        return "gongkai-" + port;
    }

    /**
     * Checks a request.
     *
     * @param port the port of the server
     * @throws HttpFailure if the request must not be answered
     */
    void check(Request request, int port) {
        Set<String> hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        String host =
                request.header("Host").map(it -> it.toLowerCase(Locale.ROOT)).orElse("");
        if (!hosts.contains(host)) {
            throw new HttpFailure(421, "只能用 http://127.0.0.1:" + port + "/ 这个地址打开。");
        }
        boolean reads = READING.contains(request.method());
        String site = request.header("Sec-Fetch-Site").orElse("none");
        if (!site.equals("same-origin") && !site.equals("none") && !(reads && isNavigation(request))) {
            throw new HttpFailure(403, "其他网站的页面不能使用这里的内容。");
        }
        boolean hasTokenHeader = isToken(request.header(TOKEN_HEADER));
        String own = "http://" + host;
        // Programs that know the token send no origin.
        if (!reads
                && !request.header("Origin").orElse(hasTokenHeader ? own : "").equals(own)) {
            throw new HttpFailure(403, "其他网站的页面不能在这里改动内容。");
        }
        boolean isPage = reads && !request.path().startsWith(ASKED_BY_PAGES);
        boolean knowsEnough = hasTokenHeader
                || isPage
                        && (isToken(request.parameter(TOKEN_PARAMETER))
                                || isSame(request.cookie(cookieName(port)), cookieValue()));
        if (token.isPresent() && !knowsEnough) {
            throw new HttpFailure(403, "请用启动时显示的完整地址打开，地址里有本次使用的口令。");
        }
    }

    /** The cookie to set if a request brought the token in its address; the browser is then sent on without it. */
    Optional<String> cookie(Request request, int port) {
        Optional<String> parameter = request.parameter(TOKEN_PARAMETER);
        return isToken(parameter)
                ? Optional.of(cookieName(port) + "=" + cookieValue() + "; Path=/; HttpOnly; SameSite=Strict")
                : Optional.empty();
    }

    /** Whether somebody was refused who has opened a page, and not another site in their browser. */
    boolean isExpired(Request request, HttpFailure refusal) {
        return READING.contains(request.method()) && isNavigation(request) && refusal.status() == 403;
    }

    private static boolean isNavigation(Request request) {
        return request.header("Sec-Fetch-Mode").orElse("").equals("navigate")
                && request.header("Sec-Fetch-Dest").orElse("").equals("document");
    }

    /** What follows the address for the first request of a browser; empty without a token. */
    String query() {
        return token.map(known -> "?" + TOKEN_PARAMETER + "=" + known).orElse("");
    }

    /** What hands the token to a page; never part of a request. */
    String fragment() {
        return "#" + TOKEN_PARAMETER + "=" + token.orElseThrow();
    }

    /** From which nobody can compute the token. */
    private String cookieValue() {
        return Digests.sha256("cookie " + token.orElse(""));
    }

    private boolean isToken(Optional<String> given) {
        return token.isPresent() && isSame(given, token.get());
    }

    private static boolean isSame(Optional<String> given, String wanted) {
        return given.isPresent()
                && MessageDigest.isEqual(
                        given.get().getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }
}
