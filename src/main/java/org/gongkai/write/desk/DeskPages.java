package org.gongkai.write.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.gongkai.io.Lazy;
import org.gongkai.preview.http.HttpFailure;
import org.gongkai.preview.http.Request;
import org.gongkai.preview.http.Response;
import org.gongkai.preview.http.Route;

/**
 * The files that the browser needs: those of the desk itself, of its text editor, of the site for the preview, and of
 * the manual.
 *
 * @param manual the folder of the manual, which is built when somebody opens it
 */
record DeskPages(DeskSite site, Lazy<Path> manual) {

    /** An import by name, which browsers resolve by a map in the page only, and those of 2021 not at all. */
    private static final Pattern IMPORT = Pattern.compile("(?m)^(.*\\bfrom )['\"]([a-z0-9-]+)['\"];$");

    /** Pages of the site run no scripts here: what an entry holds cannot act in the name of the desk. */
    private static final String SITE_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; media-src 'self'; sandbox allow-same-origin allow-modals; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'self'";

    private static final String BLANK =
            "<!DOCTYPE html><html lang=\"zh-CN\"><head><title>预览</title></head><body class=\"blank\"></body></html>";

    List<Route> routes() {
        return List.of(
                Route.get("/", request -> own(request.path().equals("/") ? "index.html" : "")),
                Route.get("/desk/", request -> own(request.path().substring("/desk/".length()))),
                Route.get(
                        "/editor/",
                        request -> library("codemirror", request.path().substring("/editor/".length()))),
                Route.get("/module/", request -> module(request.path().replaceFirst("/module/(.*)[.]js", "$1"))),
                Route.get("/site/", this::page),
                Route.get("/manual/", this::manual));
    }

    /** One of the files of the desk. */
    static Response own(String name) throws IOException {
        if (!name.matches("[a-z-]+\\.(html|css|js|svg)")) {
            throw new HttpFailure(404, "没有这个地址。");
        }
        return resource(name, name);
    }

    private static Response resource(String name, String path) throws IOException {
        try (InputStream in = DeskPages.class.getResourceAsStream(name)) {
            String type = Response.typeOf(path);
            if (in == null || type.equals(Response.OTHER_TYPE)) {
                throw new HttpFailure(404, "没有这个地址。");
            }
            return Response.of(type, in.readAllBytes());
        }
    }

    /** A file of a library, of the version that is there. */
    private static Response library(String name, String file) throws IOException {
        if (!name.matches("[a-z0-9-]+") || file.contains("..")) {
            throw new HttpFailure(404, "没有这个地址。");
        }
        Properties about = new Properties();
        try (InputStream in =
                DeskPages.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/" + name + "/pom.properties")) {
            if (in == null) {
                throw new HttpFailure(404, "没有这个地址。");
            }
            about.load(in);
        }
        String folder = "/META-INF/resources/webjars/" + name + "/" + about.getProperty("version") + "/";
        return resource(folder + file, file);
    }

    /** A module, which imports others by their addresses. */
    private static Response module(String name) throws IOException {
        Response typed = library(name, name.equals("w3c-keyname") ? "index.js" : "dist/index.js");
        String source = new String(typed.body(), StandardCharsets.UTF_8);
        return Response.of(
                typed.type(),
                IMPORT.matcher(source).replaceAll("$1'/module/$2.js';").getBytes(StandardCharsets.UTF_8));
    }

    private Response manual(Request request) throws IOException {
        String address = request.path().substring("/manual/".length());
        Path folder = manual.get();
        Path file = folder.resolve(address).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            throw new HttpFailure(404, "手册里没有这一页。");
        }
        return Response.file(address, Files.readAllBytes(file));
    }

    /** A page of the site; with the parameter {@code blank} an empty one that the text of an entry is put into. */
    private Response page(Request request) throws IOException {
        if (request.parameter("blank").isPresent()) {
            return Response.html(BLANK).withPolicy(SITE_POLICY);
        }
        String address = request.path().substring("/site/".length());
        Optional<byte[]> bytes =
                site.file(address.isEmpty() || address.endsWith("/") ? address + "index.html" : address);
        return Response.file(address, bytes.orElseThrow(() -> new HttpFailure(404, "预览里没有这一页。")))
                .withPolicy(SITE_POLICY);
    }
}
