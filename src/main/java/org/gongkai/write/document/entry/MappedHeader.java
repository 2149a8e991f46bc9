package org.gongkai.write.document.entry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.io.TextResource;
import org.gongkai.text.DateText;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;

/**
 * The header of a document by our fields.
 *
 * @param texts texts by field; dates as 2024-03-05
 * @param lists lists by field: 栏目, 标签, 旧址
 * @param remarks what has no field of ours
 */
record MappedHeader(Map<String, String> texts, Map<String, List<String>> lists, List<Remark> remarks) {

    /** A date with a time and an offset. */
    private static final Pattern ZONED = Pattern.compile(
            "(.*\\d:\\d{2}(?:\\.\\d+)?)\\s*(Z|UTC|GMT|[+-]\\d{1,2}(?::?\\d{2})?)", Pattern.CASE_INSENSITIVE);

    /** Our fields, each with what other generators call it. */
    private static final Map<String, String> FIELDS = TextResource.list(MappedHeader.class, "fields.txt").stream()
            .map(names -> names.split(" "))
            .flatMap(names -> Arrays.stream(names).skip(1).map(name -> Map.entry(name, names[0])))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final List<String> LISTS = List.of("栏目", "标签", "旧址");

    /** Fields of ours that may be taken over as they are: on the others a person must decide. */
    private static final List<String> OWN = List.of("文种", "年度", "索引号", "发文字号", "公开范围", "公开时限", "目录项", "发布机构", "有效性");

    /**
     * Maps a header.
     *
     * @param header texts, lists and maps by name
     * @param named the date in the name of the file, if the document can have one there
     * @param zone the time zone of days
     */
    static MappedHeader of(Map<String, Object> header, Optional<LocalDate> named, ZoneId zone) {
        MappedHeader mapped = new MappedHeader(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        header.forEach((name, value) -> {
            if (value instanceof Map<?, ?> dates && name.equals("date")) {
                // MkDocs states several dates in one field.
                dates.forEach((member, date) -> mapped.add(String.valueOf(member), date, zone));
            } else {
                mapped.add(name, value, zone);
            }
        });
        mapped.completeDates(named);
        return mapped;
    }

    private void add(String name, Object value, ZoneId zone) {
        String key = name.strip().toLowerCase(Locale.ROOT);
        String own = CommonField.named(key).map(CommonField::label).orElse("");
        String field = FIELDS.getOrDefault(key, own);
        String text = oneLine(String.join("、", items(value)));
        Optional<LocalDate> day = field.endsWith("日期") ? day(text, zone) : Optional.empty();
        if (key.equals("draft") || key.equals("published") && day.isEmpty()) {
            boolean isDraft = key.equals("draft") == text.equals("true");
            String former = "原来的 " + name + ": " + text + "：" + (isDraft ? "原来是草稿" : "原来已经发布");
            remarks.add(new Remark("文件头", former + "；导入以后都是草稿，审批以后再发布", Weight.NOTE));
        } else if (day.isPresent()) {
            texts.putIfAbsent(field, day.get().toString());
        } else if (field.endsWith("日期")) {
            leftOut(name, text, "不是有效日期");
        } else if (FIELDS.containsKey(key) && LISTS.contains(field)) {
            list(name, field, value);
        } else if ((FIELDS.containsKey(key) || OWN.contains(own) && !(value instanceof Map)) && !text.isEmpty()) {
            texts.putIfAbsent(field, text);
        } else if (!text.isEmpty()) {
            leftOut(name, text, "没有对应的字段");
        }
    }

    private void list(String name, String field, Object value) {
        boolean isSeparated = value instanceof String && !field.equals("旧址");
        Stream<String> items = isSeparated ? Stream.of(((String) value).split("[,，、;；]")) : items(value).stream();
        items.map(MappedHeader::oneLine).filter(item -> !item.isEmpty()).forEach(item -> {
            String plain = field.equals("旧址") ? address(item) : item;
            List<String> found = lists.computeIfAbsent(field, key -> new ArrayList<>());
            if (plain.isEmpty()) {
                leftOut(name, item, "不能用作旧址");
            } else if (!found.contains(plain)) {
                found.add(plain);
            }
        });
    }

    /** Takes the day of publication from the name or the last change if there is no other. */
    private void completeDates(Optional<LocalDate> named) {
        String revised = texts.getOrDefault("修订日期", "");
        if (!texts.containsKey("发布日期") && named.isPresent()) {
            texts.put("发布日期", named.get().toString());
            remarks.add(new Remark("", "发布日期 " + named.get() + " 取自文件名", Weight.NOTE));
        } else if (!texts.containsKey("发布日期") && !revised.isEmpty()) {
            texts.put("发布日期", revised);
            remarks.add(new Remark("", "原文没有写发布日期，用了修订日期 " + revised + "，请核对", Weight.NOTE));
        }
        if (revised.compareTo(texts.getOrDefault("发布日期", "")) <= 0) {
            texts.remove("修订日期");
        }
    }

    /** The day of a date with an optional time and offset. */
    private static Optional<LocalDate> day(String typed, ZoneId zone) {
        Matcher zoned = ZONED.matcher(typed);
        if (!zoned.matches()) {
            return DateText.day(typed);
        }
        String offset = zoned.group(2).replaceFirst("(?i)UTC|GMT", "Z");
        try {
            return DateText.parse(zoned.group(1)).map(time -> time.atOffset(ZoneOffset.of(offset))
                    .atZoneSameInstant(zone)
                    .toLocalDate());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A former address relative to the root of the site; empty if it is none, such as another name of a note. */
    private static String address(String typed) {
        String path = typed.replaceFirst("^https?://[^/]+", "")
                .replaceFirst("[?#].*$", "")
                .replaceFirst("^/+", "");
        boolean isName = !typed.contains("/") && !typed.contains(".") && typed.matches(".*[^\\x21-\\x7e].*");
        return isName || path.contains(":") || path.contains("//") || path.contains("..")
                ? ""
                : URLEncoder.encode(path, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A")
                        .replace("%2F", "/")
                        .replace("%7E", "~")
                        .replace("%25", "%");
    }

    /** The texts in a value; the fields of a map with their names. */
    private static List<String> items(Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().flatMap(item -> items(item).stream()).toList();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(field -> field.getKey() + "=" + String.join("、", items(field.getValue())))
                    .toList();
        }
        return value == null || String.valueOf(value).isBlank()
                ? List.of()
                : List.of(String.valueOf(value).strip());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private void leftOut(String name, String text, String reason) {
        remarks.add(new Remark("文件头", name + ": " + Remark.shortened(text) + " " + reason + "，没有导入", Weight.LEFT_OUT));
    }
}
