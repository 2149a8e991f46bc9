/**
 * Rules about the fields of headers, one class or method each. Input: entries and the facts that rules depend on.
 * Output: problems. Independent of bodies.
 */
package org.gongkai.check.header;
