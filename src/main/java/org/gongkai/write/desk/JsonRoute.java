package org.gongkai.write.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.io.function.IOFunction;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.io.PlainFailure;
import org.gongkai.preview.http.HttpFailure;
import org.gongkai.preview.http.Request;
import org.gongkai.preview.http.Response;
import org.gongkai.preview.http.Route;
import org.gongkai.write.PictureCleaner.UnusablePicture;
import org.gongkai.write.document.FormatReader.UnreadableDocument;

/** Routes that answer with a JSON object. */
final class JsonRoute {

    /**
     * A long entry with tables has some 100 KB; the largest text that is read at all is sent twice at most, with marks
     * before signs.
     */
    private static final long MAX_TEXT = 3L * TextDecoder.maxBytes();

    private JsonRoute() {}

    static Route get(String name, IOFunction<Request, Map<String, Object>> query) {
        return Route.get("/api/" + name, telling(query));
    }

    static Route post(String name, IOFunction<JsonObject, Map<String, Object>> command) {
        return Route.post("/api/" + name, MAX_TEXT, telling(request -> {
            JsonObject body =
                    Json.object(request.text()).orElseThrow(() -> new HttpFailure(400, "发来的内容读不出来，请重新打开这一页。"));
            return command.apply(body);
        }));
    }

    /** A route that takes a file as its body. */
    static Route file(String name, long limit, IOFunction<Request, Map<String, Object>> command) {
        return Route.post("/api/" + name, limit, telling(command));
    }

    private static IOFunction<Request, Response> telling(IOFunction<Request, Map<String, Object>> handler) {
        return request -> {
            try {
                return Response.json(Json.of(handler.apply(request)));
            } catch (UncheckedIOException e) {
                throw failure(e.getCause());
            } catch (IOException e) {
                throw failure(e);
            } catch (IllegalArgumentException e) {
                throw new HttpFailure(400, "发来的内容不完整，请重新打开这一页。");
            }
        };
    }

    private static HttpFailure failure(IOException e) {
        String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (reason.contains("no space left") || reason.contains("quota") || reason.contains("磁盘已满")) {
            return new HttpFailure(507, "磁盘已满，写不下了；请腾出地方再试。");
        }
        if (e instanceof UnusablePicture || e instanceof UnreadableDocument) {
            return new HttpFailure(415, e.getMessage());
        }
        if (e instanceof PlainFailure) {
            return new HttpFailure(409, e.getMessage() + "。");
        }
        if (e instanceof NoSuchFileException) {
            return new HttpFailure(404, "文件刚刚不在了，可能已经改名或者删去了，请重新打开这一页。");
        }
        if (e instanceof AccessDeniedException || reason.contains("read-only")) {
            return new HttpFailure(409, "没有权限写这个文件夹，没有写。");
        }
        return new HttpFailure(500, "读写文件时出错，请再试一次。");
    }

    /** A parameter that must be given. */
    static String parameter(Request request, String name) {
        return request.parameter(name).orElseThrow(() -> new HttpFailure(400, "发来的内容不完整，请重新打开这一页。"));
    }

    /** A path that must be that of an entry. */
    static String path(SourceFolder source, String path) {
        source.entry(path);
        return path;
    }
}
