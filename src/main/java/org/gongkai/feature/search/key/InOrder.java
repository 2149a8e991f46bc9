package org.gongkai.feature.search.key;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands on numbered values in order, from 0, each as soon as those before it are there. Safe for use by multiple
 * threads; none waits for another that hands on.
 */
final class InOrder<T> {

    private final Receiver<T> receiver;
    private final Map<Integer, T> early = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile int next;

    /** Receives the values, one at a time. */
    @FunctionalInterface
    interface Receiver<T> {
        void take(T value) throws IOException;
    }

    InOrder(Receiver<T> receiver) {
        this.receiver = receiver;
    }

    /** Adds a value, and hands on what is due. */
    void put(int number, T value) throws IOException {
        early.put(number, value);
        // Asked again after the lock is released: meanwhile another thread may have added the next value in vain.
        while (early.containsKey(next) && lock.tryLock()) {
            try {
                for (T due = early.remove(next); due != null; due = early.remove(next)) {
                    receiver.take(due);
                    next++;
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
