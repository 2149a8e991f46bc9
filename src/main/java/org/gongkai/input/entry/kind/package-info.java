/**
 * Kinds of entries (文种). Input: data files. Output: the kinds with their fields and the values that these accept.
 * Independent of entries.
 */
package org.gongkai.input.entry.kind;
