package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.Passage.Claim;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.problem.Problem;
import org.gongkai.text.FullWidth;

/**
 * Tells where two papers claim different things of one matter. A paper is about the matter in its title; a passage of a
 * summary, a bulletin or minutes is about the paper whose matter it names, on the same day if both name one. They are
 * found by their words: never by comparing all with all.
 */
final class Matters {

    /** So many papers are found by one word at most, and papers so many days apart. */
    private static final int NEAR = 8;

    private static final int APART = 400;

    /** So many days apart two days may be meant for one. */
    private static final int MISTAKEN = 10;

    /** Papers of several matters. */
    private static final Pattern SEVERAL =
            Pattern.compile("总结|简报|纪要|会议|计划|要点|述职|清单|报告|年.*安排|经费使用|动态|[月季]报|大会|支委会|党小组会|换届|选举");

    private static final Pattern PLANS = Pattern.compile("通知|方案|安排|预告|倡议|草案|招募|计划");

    /** Words of which no matter consists. */
    private static final Pattern ANY = Pattern.compile(
            "关于|开展|举办|举行|召开|组织|进行|做好|参加|报名|推荐|党支部|支部|党员|群众|全体|同志|情况|结果|通知|公告|公示|通报|报告|纪要|总结|简报|记录|方案|计划|安排|决定|决议|活动(?!室)|工作"
                    + "|主题党日|志愿服务|集中学习|学习|会议|党课|讲授|书记|委员|组长|名单|购[买置]|采购|第.{1,3}[次期]|[的了和与及在到为拟0-9年月日]");

    /** The share of the words of a title that another one has as well. */
    private static final double ALIKE = 0.6;

    private static final Pattern NUMBERS = Pattern.compile("[0-9]+年|[0-9]+月|第.{1,3}?[次期批轮]|第.季度|[上下]半年");

    /** Words that say why something is different. */
    private static final Pattern WHY = Pattern.compile(
            "更正|勘误|增补|追加|核减|变更|调整|改[为在到用由]|改期|推迟|延期|提前|取消|议价|优惠|[打几八九]折|增加|减少|补[办报开]|超支|中途|原定|误写|另行|重新|再次|第[一二]轮|没有选出|未能?选出|联名");

    /** What the header of a paper claims, by the facts of the header. */
    private static final Map<String, List<String>> HEADER = Map.of(
            PassageReader.DAY_OF_IT,
            List.of("会议.时间", "活动日期", "学习时间", "大会日期", "时间"),
            PassageReader.PLACE,
            List.of("会议.地点", "地点"),
            PassageReader.PEOPLE,
            List.of("参加人数", "会议.实到", "实到"),
            PassageReader.WORDS + "主讲",
            List.of("主讲人"),
            PassageReader.WORDS + "主持",
            List.of("会议.主持人"));

    private final List<Topic> topics = new ArrayList<>();
    private final Map<String, List<Topic>> index = new HashMap<>();
    private final Map<Topic, Set<Topic>> before = new HashMap<>();

    /** A paper, or a passage, which is about one matter. */
    private static final class Topic {

        private final Statement of;
        private final boolean isPaper;
        private final String text;
        private final Set<String> words;

        /** The names of its matter, and the paths of the paper itself and of the one that tells of its result. */
        private final Set<String> names = new HashSet<>();

        private final Map<String, Claim> claims;
        private final int month;
        private Optional<LocalDate> day;
        private int order;

        Topic(Statement of, boolean isPaper, String text, int month, List<Claim> claims) {
            this.of = of;
            this.isPaper = isPaper;
            this.text = text;
            this.words = Likeness.pairs(ANY.matcher(text).replaceAll(" "));
            this.month = month;
            this.claims = new HashMap<>();
            Set<String> disputed = new HashSet<>();
            for (Claim it : claims) {
                Claim other = this.claims.putIfAbsent(it.key(), it);
                if (other != null && differs(it, other)) {
                    disputed.add(it.key());
                }
            }
            this.claims.keySet().removeAll(disputed);
            // The days in the text of a paper are those of its steps.
            this.day = Optional.ofNullable(this.claims.get(PassageReader.DAY_OF_IT))
                    .filter(it -> !isPaper || it.sentence().isEmpty())
                    .map(it -> LocalDate.parse(it.value()));
        }

        LocalDate published() {
            return of.entry().dates().published().toLocalDate();
        }

        boolean isPlan() {
            return isPaper && PLANS.matcher(of.entry().title()).find();
        }

        /** Whether both can be on one day, as far as their days are known. */
        boolean canBe(Topic other) {
            return day.isPresent() && other.day.isPresent()
                    ? day.equals(other.day)
                    : isIn(other.day)
                            && other.isIn(day)
                            && of.entry().years().stream()
                                    .anyMatch(other.of.entry().years()::contains);
        }

        private boolean isIn(Optional<LocalDate> other) {
            return month == 0 || other.isEmpty() || other.get().getMonthValue() == month;
        }

        boolean isNamed(Topic other) {
            return names.stream().anyMatch(other.names::contains);
        }

        /** Whether they have so many words in common that they are about one matter. */
        boolean isAlike(Topic other) {
            if (isNamed(other)) {
                return true;
            }
            long common = words.stream().filter(other.words::contains).count();
            if (isPaper && other.isPaper) {
                // Two records of one kind are those of two activities.
                boolean isAnother = (day.isEmpty() || !day.equals(other.day))
                        && of.entry().kinds().equals(other.of.entry().kinds());
                return !isAnother
                        && common >= Math.max(2, Math.min(words.size(), other.words.size()) * ALIKE)
                        && numbers(of).equals(numbers(other.of));
            }
            Topic paper = isPaper ? this : other;
            String passage = isPaper ? other.text : text;
            if (paper.isPaper
                    && numbers(paper.of).stream().anyMatch(it -> !paper.isOnce(it) && !passage.contains(it))) {
                return false;
            }
            int asked = isPaper ? words.size() : other.isPaper ? other.words.size() : 0;
            boolean isSameDay = day.isPresent() && day.equals(other.day);
            return common >= (isSameDay && asked > 0 ? 1 : month + other.month > 0 ? 2 : Math.max(2, (asked + 1) / 2));
        }

        /** Whether a number in the title is that of a year, or of the month of its day. */
        private boolean isOnce(String number) {
            return number.endsWith("年") && !number.endsWith("半年") || number.endsWith("月") && day.isPresent();
        }

        private static Set<String> numbers(Statement paper) {
            return NUMBERS.matcher(FullWidth.narrow(paper.entry().title()))
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.toSet());
        }
    }

    private Matters() {}

    /** @param passages returns what the text of an entry claims */
    static void check(
            List<Statement> statements, Function<Statement, List<Passage>> passages, Consumer<Problem> problems) {
        Matters matters = new Matters();
        statements.forEach(it -> matters.add(it, passages.apply(it)));
        matters.topics.sort(Comparator.comparing(Topic::published)
                .thenComparing(it -> it.of.entry().path()));
        for (int i = 0; i < matters.topics.size(); i++) {
            matters.topics.get(i).order = i;
            matters.index(matters.topics.get(i));
        }
        matters.topics.forEach(matters::find);
        matters.topics.forEach(topic -> matters.tell(topic, problems));
    }

    private void add(Statement it, List<Passage> passages) {
        String title = it.entry().title();
        List<String> named = it.entry().list(CommonField.MATTER);
        boolean isSeveral = named.isEmpty() && SEVERAL.matcher(title).find()
                || named.size() > 1
                || it.entry().kinds().stream().anyMatch(kind -> kind.has(Trait.SUMMARY))
                || it.entry().years().size() > 1;
        if (isSeveral) {
            passages.forEach(
                    passage -> topics.add(new Topic(it, false, passage.words(), passage.month(), passage.claims())));
            return;
        }
        List<Claim> header = header(it);
        Topic known = new Topic(it, true, "", 0, header);
        List<Claim> claims = Stream.concat(
                        header.stream(),
                        passages.stream()
                                .filter(passage -> known.day.isEmpty()
                                        || new Topic(it, false, "", passage.month(), passage.claims()).canBe(known))
                                .flatMap(passage -> passage.claims().stream()))
                .map(claim -> known.isPlan() ? claim.planned() : claim)
                .toList();
        Topic paper = new Topic(
                it, true, title + " " + it.value("主题") + " " + it.value("项目") + " " + it.value("题目"), 0, claims);
        paper.names.addAll(named);
        paper.names.add(it.entry().path());
        it.entry()
                .notice()
                .flatMap(notice ->
                        TextReferences.resolved(it.entry(), notice.result().text()))
                .ifPresent(paper.names::add);
        topics.add(paper);
    }

    private static List<Claim> header(Statement it) {
        List<Claim> claims = new ArrayList<>();
        HEADER.forEach((key, names) -> names.stream()
                .flatMap(name -> it.fact(name).stream())
                .findFirst()
                .filter(fact -> fact.value() instanceof LocalDate == key.equals(PassageReader.DAY_OF_IT))
                .ifPresent(fact -> claims.add(claim(key, fact))));
        it.entry().own().stream()
                .flatMap(own -> it.fact(own.spec().name()).stream())
                .filter(fact -> fact.value() instanceof BigDecimal)
                .map(fact -> claim(fact.name() + ":|", fact))
                .forEach(claims::add);
        return claims;
    }

    private static Claim claim(String key, StatedFact fact) {
        String value = fact.value() instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : fact.value().toString().replaceFirst("^党?支部", "");
        String shown = fact.name().replaceFirst(".*[.]", "") + "：" + fact.text();
        return new Claim(key, "", value, shown, "", fact.at().line(), fact.at().column());
    }

    /** Papers are found by their words, dated passages by their day with each word. */
    private void index(Topic topic) {
        keys(topic).forEach(key -> index.computeIfAbsent(key, any -> new ArrayList<>())
                .add(topic));
    }

    private static Stream<String> keys(Topic topic) {
        return topic.isPaper
                ? Stream.concat(topic.words.stream(), topic.names.stream())
                : topic.day.stream().flatMap(day -> topic.words.stream().map(word -> day + word));
    }

    private void find(Topic topic) {
        Stream.concat(keys(topic), topic.words.stream())
                .distinct()
                .flatMap(key -> near(topic, key))
                .distinct()
                .filter(it -> it.of.entry() != topic.of.entry() && it.isAlike(topic))
                .forEach(it -> {
                    boolean isLater = topic.order > it.order;
                    before.computeIfAbsent(isLater ? topic : it, any -> new LinkedHashSet<>())
                            .add(isLater ? it : topic);
                });
    }

    /** The topics with a word that were published about the same time. */
    private Stream<Topic> near(Topic topic, String word) {
        List<Topic> all = index.getOrDefault(word, List.of());
        int place = 0;
        for (int from = 0, to = all.size(); from < to; ) {
            int middle = (from + to) >>> 1;
            if (all.get(middle).order < topic.order) {
                from = middle + 1;
            } else {
                to = middle;
            }
            place = from;
        }
        return all.subList(Math.max(0, place - NEAR), Math.min(all.size(), place + NEAR)).stream()
                .filter(it -> Math.abs(ChronoUnit.DAYS.between(it.published(), topic.published())) <= APART);
    }

    private void tell(Topic topic, Consumer<Problem> problems) {
        List<Topic> others = new ArrayList<>(before.getOrDefault(topic, Set.of()));
        others.sort(Comparator.comparingInt((Topic it) -> it.order).reversed());
        for (Claim claim : topic.claims.values()) {
            boolean isAgreed = others.stream()
                    .anyMatch(it -> it.claims.containsKey(claim.key()) && !differs(claim, it.claims.get(claim.key())));
            others.stream()
                    .filter(it -> !isAgreed && contradicts(topic, it, claim))
                    .findFirst()
                    .ifPresent(other -> problems.accept(Problem.warning(
                            "W399",
                            topic.of.entry().path(),
                            claim.line(),
                            claim.column(),
                            "同一件事，本条是“" + claim.shown() + "”，《"
                                    + other.of.entry().title() + "》（"
                                    + other.of.entry().path() + "）里是“"
                                    + other.claims.get(claim.key()).shown() + "”",
                            "请核对，改正写错的那一条；确实有变动的，在正文里说明")));
        }
    }

    private static boolean contradicts(Topic topic, Topic other, Claim claim) {
        Claim second = other.claims.get(claim.key());
        if (second == null
                || !differs(claim, second)
                || !claim.isOfSame(second)
                || WHY.matcher(place(topic, claim) + place(other, second)).find()) {
            return false;
        }
        if (!claim.key().equals(PassageReader.DAY_OF_IT)) {
            return topic.canBe(other) && !(claim.isNumber() && claim.explains(second));
        }
        if (Stream.of(claim, second)
                .anyMatch(it -> !it.sentence().isEmpty() && !it.noun().equals(PassageReader.FIRST))) {
            return false;
        }
        long apart = Math.abs(ChronoUnit.DAYS.between(LocalDate.parse(claim.value()), LocalDate.parse(second.value())));
        long same = topic.claims.values().stream()
                .filter(it -> other.claims.containsKey(it.key()) && !differs(it, other.claims.get(it.key())))
                .count();
        boolean isNamed = topic.isNamed(other)
                && claim.shown().split("：")[0].equals(second.shown().split("：")[0]);
        return apart <= MISTAKEN && (same > 1 || isNamed);
    }

    /** Where a reason for another value would stand: beside a claim of the text, anywhere for one of the header. */
    private static String place(Topic topic, Claim claim) {
        return claim.sentence().isEmpty() ? topic.of.text().get().text() : claim.sentence();
    }

    private static boolean differs(Claim one, Claim other) {
        return one.key().equals(PassageReader.PLACE)
                ? !Likeness.ofPlaces(one.value(), other.value())
                : one.isNumber()
                        ? one.number().compareTo(other.number()) != 0
                        : !one.value().endsWith(other.value()) && !other.value().endsWith(one.value())
                                || one.value().startsWith("副") != other.value().startsWith("副");
    }
}
