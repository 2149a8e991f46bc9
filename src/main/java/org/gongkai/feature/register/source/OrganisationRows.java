package org.gongkai.feature.register.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.input.config.Organisation;
import org.gongkai.site.Site;
import org.gongkai.site.fact.Facts;

/** The posts of the committee and the 党小组, of the year of the site's day. */
final class OrganisationRows {

    private OrganisationRows() {}

    static List<Facts> of(Site site) {
        Organisation organisation = site.config().data().organisation();
        List<Facts> rows = new ArrayList<>();
        Map<String, Integer> posts = new LinkedHashMap<>();
        List<Organisation.Member> committee = organisation.committee(site.asOf());
        committee.stream()
                .filter(member -> !member.name().isEmpty())
                .forEach(member -> posts.merge(member.typed(), 1, Integer::sum));
        for (Organisation.Member member : committee) {
            Map<String, String> facts = facts(site, "委员会", member.post(), member.name());
            if (posts.getOrDefault(member.typed(), 0) > 1) {
                facts.put("备注", "兼任");
            }
            organisation.term(site.asOf()).ifPresent(term -> {
                facts.put("任期起", term.from().toString());
                facts.put("任期止", term.to().toString());
            });
            rows.add(Facts.of(facts, List.of()));
        }
        for (Organisation.Group group : organisation.groups(site.asOf())) {
            Map<String, String> facts = facts(site, "党小组", group.name(), group.leader(site.asOf()));
            group.members(site.asOf()).ifPresent(members -> facts.put("人数", members.toString()));
            rows.add(Facts.of(facts, List.of()));
        }
        return rows;
    }

    private static Map<String, String> facts(Site site, String type, String name, String person) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("年度", String.valueOf(site.asOf().getYear()));
        facts.put("类别", type);
        facts.put("名称", name);
        facts.put("担任人", person.isEmpty() ? "未公开" : person);
        return facts;
    }
}
