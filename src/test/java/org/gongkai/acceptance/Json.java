package org.gongkai.acceptance;

import java.io.StringReader;
import javax.json.JsonObject;
import javax.json.JsonReader;

/** Reads JSON as any other program does. */
final class Json {

    private Json() {}

    static JsonObject object(String text) {
        try (JsonReader reader = javax.json.Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
