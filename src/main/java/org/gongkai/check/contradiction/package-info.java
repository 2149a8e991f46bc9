/**
 * Contradictions within an entry, and between it and what is known of the branch. In: entries with their texts; out:
 * problems at the place that is to be looked at. How texts state facts, and how facts must relate, is data ({@code
 * within.yml}); the classes read facts and compare them. Drafts are left alone.
 */
package org.gongkai.check.contradiction;
