/// A sound card for tests: an ALSA plug-in that takes samples at the pace of a real card, by the
/// clock, and appends what it "played" to a file. It needs no hardware, daemon or privilege.
///
///     pcm.!default { type paced file "/tmp/captured.raw" speed 1.0 fail_after 0 }
///
/// file:       raw signed 16-bit frames, in the order they were played; may be left out
/// speed:      how much faster than real time it plays (1.0)
/// fail_after: the number of frames after which the card is "unplugged"; 0 for never
///
/// How: `transfer` copies frames into a ring the size of the card's buffer; `play_due` moves what
/// the clock says has been played since the start from the ring to the file. A card that has less
/// than the clock asks for reports an underrun (-EPIPE), as a real one does. A timer of half a
/// period wakes the program that waits for room.
/// Source: alsa-lib's external I/O plug-in interface, <alsa/pcm_ioplug.h>.

#define _GNU_SOURCE
#include <alsa/asoundlib.h>
#include <alsa/pcm_external.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

struct card {
    snd_pcm_ioplug_t io;
    int timer;
    int capture;  // -1 when nothing is to be kept
    double speed;
    uint64_t fail_after;

    unsigned char* ring;
    size_t frame_bytes;
    uint64_t given;       // frames taken from the program since `prepare`
    uint64_t played;      // of these, frames played
    uint64_t played_all;  // frames played since the card was opened
    int64_t started_ns;
    int running;
    int failed;
    pthread_mutex_t playing;  // poll and pointer may be called from two threads at once
};

static struct card* card_of(snd_pcm_ioplug_t* io) { return io->private_data; }

static int64_t now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/// The frames that the clock says should have been played since the start.
static uint64_t frames_due(const struct card* card) {
    const double seconds = (double)(now_ns() - card->started_ns) * 1e-9;
    return (uint64_t)(seconds * card->io.rate * card->speed);
}

static int write_capture(const struct card* card, const unsigned char* bytes, size_t count) {
    while (card->capture >= 0 && count > 0) {
        const ssize_t written = write(card->capture, bytes, count);
        if (written < 0 && errno != EINTR) return -errno;
        if (written < 0) continue;
        bytes += written;
        count -= (size_t)written;
    }
    return 0;
}

/// Plays `count` frames of the ring. Out: 0 or a negative errno.
static int play(struct card* card, uint64_t count) {
    while (count > 0) {
        const uint64_t offset = card->played % card->io.buffer_size;
        uint64_t piece = card->io.buffer_size - offset;
        if (piece > count) piece = count;
        const int failed =
            write_capture(card, card->ring + offset * card->frame_bytes, piece * card->frame_bytes);
        if (failed < 0) return failed;
        card->played += piece;
        card->played_all += piece;
        count -= piece;
    }
    return 0;
}

/// Plays what is due. Out: 0, -EPIPE when there was too little, -ENODEV once unplugged.
static int play_due_locked(struct card* card) {
    if (card->failed) return -ENODEV;
    if (!card->running) return 0;
    const uint64_t due = frames_due(card);
    const uint64_t queued = card->given - card->played;
    uint64_t count = due > card->played ? due - card->played : 0;
    const int underrun = count > queued && card->io.state != SND_PCM_STATE_DRAINING;
    if (count > queued) count = queued;
    if (card->fail_after > 0 && card->played_all + count >= card->fail_after) {
        card->failed = 1;
        return -ENODEV;
    }
    const int failed = play(card, count);
    if (failed < 0) return failed;
    return underrun ? -EPIPE : 0;
}

static int play_due(struct card* card) {
    pthread_mutex_lock(&card->playing);
    const int result = play_due_locked(card);
    pthread_mutex_unlock(&card->playing);
    return result;
}

static int set_timer(const struct card* card, int64_t every_ns) {
    const struct timespec every = {every_ns / 1000000000, every_ns % 1000000000};
    const struct itimerspec setting = {every, every};
    return timerfd_settime(card->timer, 0, &setting, NULL) == 0 ? 0 : -errno;
}

static void clear_timer(const struct card* card) {
    uint64_t times;
    while (read(card->timer, &times, sizeof times) > 0) continue;
}

static int on_start(snd_pcm_ioplug_t* io) {
    struct card* card = card_of(io);
    card->started_ns = now_ns();
    card->running = 1;
    const double period_ns = (double)io->period_size * 1e9 / io->rate / card->speed;
    return set_timer(card, (int64_t)(period_ns / 2) + 1);
}

static int on_stop(snd_pcm_ioplug_t* io) {
    struct card* card = card_of(io);
    play_due(card);  // what was still heard before the stop; an underrun here is none
    card->running = 0;
    return set_timer(card, 0);
}

static snd_pcm_sframes_t on_pointer(snd_pcm_ioplug_t* io) {
    struct card* card = card_of(io);
    const int failed = play_due(card);
    return failed < 0 ? failed : (snd_pcm_sframes_t)(card->played % io->buffer_size);
}

static snd_pcm_sframes_t on_transfer(snd_pcm_ioplug_t* io, const snd_pcm_channel_area_t* areas,
                                     snd_pcm_uframes_t offset, snd_pcm_uframes_t size) {
    struct card* card = card_of(io);
    // Interleaved, so the first channel's area describes whole frames.
    const unsigned char* from =
        (const unsigned char*)areas->addr + (areas->first + areas->step * offset) / 8;
    pthread_mutex_lock(&card->playing);
    for (snd_pcm_uframes_t left = size; left > 0;) {
        const uint64_t to = card->given % io->buffer_size;
        snd_pcm_uframes_t piece = io->buffer_size - to;
        if (piece > left) piece = left;
        memcpy(card->ring + to * card->frame_bytes, from, piece * card->frame_bytes);
        from += piece * card->frame_bytes;
        card->given += piece;
        left -= piece;
    }
    pthread_mutex_unlock(&card->playing);
    return (snd_pcm_sframes_t)size;
}

static int on_prepare(snd_pcm_ioplug_t* io) {
    struct card* card = card_of(io);
    if (card->failed) return -ENODEV;
    const int bits = snd_pcm_format_physical_width(io->format);
    if (bits < 8) return -EINVAL;
    free(card->ring);
    card->frame_bytes = io->channels * (size_t)bits / 8;
    card->ring = calloc(io->buffer_size, card->frame_bytes);
    if (card->ring == NULL) return -ENOMEM;
    card->given = card->played = 0;
    card->running = 0;
    clear_timer(card);
    return 0;
}

static int on_drain(snd_pcm_ioplug_t* io) {
    struct card* card = card_of(io);
    while (card->running && card->played < card->given) {
        const int failed = play_due(card);
        if (failed < 0 && failed != -EPIPE) return failed;
        usleep(1000);
    }
    return 0;
}

static int on_delay(snd_pcm_ioplug_t* io, snd_pcm_sframes_t* delay) {
    struct card* card = card_of(io);
    const int failed = play_due(card);
    *delay = (snd_pcm_sframes_t)(card->given - card->played);
    return failed == -ENODEV ? failed : 0;
}

static int on_poll(snd_pcm_ioplug_t* io, struct pollfd* fds, unsigned count,
                   unsigned short* events) {
    struct card* card = card_of(io);
    if (count < 1) return -EINVAL;
    if ((fds[0].revents & POLLIN) != 0) clear_timer(card);
    if (play_due(card) < 0) {
        *events = POLLERR;
        return 0;
    }
    const uint64_t room = io->buffer_size - (card->given - card->played);
    *events = room >= io->period_size ? POLLOUT : 0;
    return 0;
}

static void free_card(struct card* card) {
    if (card->timer >= 0) close(card->timer);
    if (card->capture >= 0) close(card->capture);
    pthread_mutex_destroy(&card->playing);
    free(card->ring);
    free(card);
}

static int on_close(snd_pcm_ioplug_t* io) {
    free_card(card_of(io));
    return 0;
}

static const snd_pcm_ioplug_callback_t callbacks = {
    .start = on_start,
    .stop = on_stop,
    .pointer = on_pointer,
    .transfer = on_transfer,
    .prepare = on_prepare,
    .drain = on_drain,
    .close = on_close,
    .delay = on_delay,
    .poll_revents = on_poll,
};

static int set_limits(snd_pcm_ioplug_t* io) {
    static const unsigned accesses[] = {SND_PCM_ACCESS_RW_INTERLEAVED,
                                        SND_PCM_ACCESS_MMAP_INTERLEAVED};
    static const unsigned formats[] = {SND_PCM_FORMAT_S16_LE};
    static const struct {
        int what;
        unsigned least, most;
    } ranges[] = {
        {SND_PCM_IOPLUG_HW_CHANNELS, 1, 2},
        {SND_PCM_IOPLUG_HW_RATE, 8000, 192000},
        {SND_PCM_IOPLUG_HW_PERIOD_BYTES, 128, 1 << 20},
        {SND_PCM_IOPLUG_HW_BUFFER_BYTES, 512, 4 << 20},
        {SND_PCM_IOPLUG_HW_PERIODS, 2, 1024},
    };
    int failed = snd_pcm_ioplug_set_param_list(io, SND_PCM_IOPLUG_HW_ACCESS, 2, accesses);
    if (failed < 0) return failed;
    failed = snd_pcm_ioplug_set_param_list(io, SND_PCM_IOPLUG_HW_FORMAT, 1, formats);
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges && failed >= 0; ++i)
        failed = snd_pcm_ioplug_set_param_minmax(io, (int)ranges[i].what, ranges[i].least,
                                                 ranges[i].most);
    return failed;
}

/// Reads one line of the configuration into the card. Out: 0 or a negative errno.
static int read_setting(struct card* card, snd_config_t* setting, const char** file) {
    const char* id = NULL;
    if (snd_config_get_id(setting, &id) < 0) return 0;
    if (!strcmp(id, "comment") || !strcmp(id, "type") || !strcmp(id, "hint")) return 0;
    if (!strcmp(id, "file")) return snd_config_get_string(setting, file);
    if (!strcmp(id, "speed")) return snd_config_get_ireal(setting, &card->speed);
    if (!strcmp(id, "fail_after")) {
        long frames = 0;
        const int failed = snd_config_get_integer(setting, &frames);
        card->fail_after = (uint64_t)frames;
        return failed;
    }
    SNDERR("unknown setting %s", id);
    return -EINVAL;
}

static int open_descriptors(struct card* card, const char* file) {
    card->timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    if (card->timer < 0) return -errno;
    if (file == NULL) return 0;
    card->capture = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    return card->capture < 0 ? -errno : 0;
}

SND_PCM_PLUGIN_DEFINE_FUNC(paced) {
    (void)root;
    struct card* card = calloc(1, sizeof *card);
    if (card == NULL) return -ENOMEM;
    card->timer = card->capture = -1;
    card->speed = 1.0;
    pthread_mutex_init(&card->playing, NULL);

    const char* file = NULL;
    int failed = 0;
    snd_config_iterator_t at, next;
    snd_config_for_each(at, next, conf) {
        failed = read_setting(card, snd_config_iterator_entry(at), &file);
        if (failed < 0) break;
    }
    if (failed >= 0) failed = open_descriptors(card, file);
    if (failed < 0) {
        free_card(card);
        return failed;
    }
    card->io.version = SND_PCM_IOPLUG_VERSION;
    card->io.name = "paced virtual card";
    card->io.flags = SND_PCM_IOPLUG_FLAG_MONOTONIC;
    card->io.callback = &callbacks;
    card->io.private_data = card;
    card->io.poll_fd = card->timer;
    card->io.poll_events = POLLIN;
    failed = snd_pcm_ioplug_create(&card->io, name, stream, mode);
    if (failed < 0) {
        free_card(card);
        return failed;
    }
    failed = set_limits(&card->io);
    if (failed < 0) {
        snd_pcm_ioplug_delete(&card->io);  // closes, and so frees, the card
        return failed;
    }
    *pcmp = card->io.pcm;
    return 0;
}
SND_PCM_PLUGIN_SYMBOL(paced);
