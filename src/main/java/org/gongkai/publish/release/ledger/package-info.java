/**
 * Stores and their records. Comes in: the folder of an audience, and events. Goes out: the layout of the folder, and an
 * append-only list of records, chained by hashes and optionally signed, with the state that follows from it. Does not
 * know how releases are made, verified or changed.
 */
package org.gongkai.publish.release.ledger;
