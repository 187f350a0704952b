"""Pictures with 256 colours: a third of the bytes, and nobody sees the difference in a manual."""

from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage, QPixmap

COLOURS = 256


def save_small(pixmap: QPixmap, file: Path) -> None:
    """As a PNG with a palette: the colours that are most frequent, each pixel the nearest of them."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)
    width, height = image.width(), image.height()
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(height, image.bytesPerLine() // 4)[:, :width]
    colours, where, counts = np.unique(pixels & 0xFFFFFF, return_inverse=True, return_counts=True)
    channels = np.stack([(colours >> shift) & 0xFF for shift in (16, 8, 0)], axis=1).astype(np.int64)
    palette = _palette(channels, counts)
    nearest = np.concatenate(
        [
            ((part[:, None, :] - palette[None, :, :]) ** 2).sum(axis=2).argmin(axis=1)
            for part in np.array_split(channels, 64)
        ]
    )
    index = np.ascontiguousarray(nearest.astype(np.uint8)[where].reshape(height, width))
    small = QImage(index.data, width, height, width, QImage.Format.Format_Indexed8)
    small.setColorTable([0xFF000000 | int(r) << 16 | int(g) << 8 | int(b) for r, g, b in palette])
    small.save(str(file), "PNG", 0)


def _palette(
    channels: "np.ndarray[tuple[int, int], np.dtype[np.int64]]", counts: "np.ndarray[tuple[int], np.dtype[np.int64]]"
) -> "np.ndarray[tuple[int, int], np.dtype[np.int64]]":
    """Boxes of colours, the one with the widest spread split in its middle, until there are enough (median cut); each
    weighs as the root of how often it is there: small lamps keep their colour."""
    weights = np.sqrt(counts.astype(float))
    boxes = [np.arange(len(channels))]
    while len(boxes) < COLOURS:
        spreads = [
            np.ptp(channels[box], axis=0).max() * weights[box].sum() ** 0.5 if len(box) > 1 else -1 for box in boxes
        ]
        at = int(np.argmax(spreads))
        if spreads[at] <= 0:
            break
        box = boxes.pop(at)
        axis = int(np.ptp(channels[box], axis=0).argmax())
        box = box[channels[box][:, axis].argsort(kind="stable")]
        half = int(np.searchsorted(np.cumsum(weights[box]), weights[box].sum() / 2))
        half = min(max(half, 1), len(box) - 1)
        boxes += [box[:half], box[half:]]
    means = [np.average(channels[box], axis=0, weights=counts[box]).round().astype(np.int64) for box in boxes]
    return np.array(means)
