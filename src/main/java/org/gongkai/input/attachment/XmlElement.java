package org.gongkai.input.attachment;

import java.util.List;
import java.util.Set;

/**
 * An element with the prefix of its namespace that office programs write, the same in transitional and strict files. It
 * is asked for by names with a prefix, or by names without one, which stand for those with any.
 *
 * @param name its name, such as {@code w:p}
 * @param attributes names and values in turn
 * @param children the elements in it
 * @param text the characters in it, between the children
 */
public record XmlElement(String name, List<String> attributes, List<XmlElement> children, String text) {

    /** Stands for an element that does not exist. */
    public static final XmlElement NONE = new XmlElement("", List.of(), List.of(), "");

    private static final Set<String> OFF = Set.of("0", "false", "off", "none");

    /** Returns true unless it is {@link #NONE}. */
    public boolean exists() {
        return !name.isEmpty();
    }

    /** Its name without a prefix. */
    String local() {
        return name.substring(name.indexOf(':') + 1);
    }

    public boolean is(String other) {
        return is(name, other);
    }

    private static boolean is(String name, String other) {
        return name.endsWith(other)
                && (name.length() == other.length() || name.charAt(name.length() - other.length() - 1) == ':');
    }

    /** The value of an attribute; empty if absent. */
    public String attribute(String attribute) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (is(attributes.get(i), attribute) && !attributes.get(i).startsWith("xmlns:")) {
                return attributes.get(i + 1);
            }
        }
        return "";
    }

    /** The value of {@code w:val}; empty if absent. */
    public String value() {
        return attribute("w:val");
    }

    /** A whole number in an attribute, or another number if there is none. */
    public int number(String attribute, int otherwise) {
        String value = attribute(attribute);
        try {
            return (int) Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** The first child with a name, or {@link #NONE}. */
    public XmlElement child(String child) {
        for (XmlElement each : children) {
            if (each.is(child)) {
                return each;
            }
        }
        return NONE;
    }

    /** The children with a name. */
    public List<XmlElement> all(String child) {
        return children.stream().filter(each -> each.is(child)).toList();
    }

    /** The first element with a name at any depth, or {@link #NONE}. */
    public XmlElement first(String wanted) {
        for (XmlElement each : children) {
            XmlElement found = each.is(wanted) ? each : each.first(wanted);
            if (found.exists()) {
                return found;
            }
        }
        return NONE;
    }

    /** How many elements it is, with all within it. */
    int size() {
        return 1 + children.stream().mapToInt(XmlElement::size).sum();
    }

    /** Returns true if this property exists and is not switched off. */
    public boolean isOn() {
        return exists() && !OFF.contains(value());
    }
}
