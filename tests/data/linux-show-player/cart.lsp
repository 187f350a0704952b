{
    "application": {
        "layout": "Cart Layout"
    },
    "cues": [
        {
            "_type_": "MidiCue",
            "id": "402e09ae-2345-4ce3-a817-0c535c6c1df2",
            "index": 0,
            "message": "note_on channel=0 note=1 velocity=127",
            "name": "Red"
        },
        {
            "_type_": "MidiCue",
            "id": "f558a8fe-87b3-4afd-a17c-1ee052151106",
            "index": 1,
            "message": "note_on channel=0 note=2 velocity=127",
            "name": "Blue"
        },
        {
            "_media_": {
                "duration": 500,
                "elements": {
                    "UriInput": {
                        "_mtime": 1795449075.064099,
                        "duration": 500,
                        "uri": "file:///srv/show/audio/door bell.wav"
                    }
                },
                "pipe": [
                    "UriInput",
                    "Volume",
                    "Equalizer10",
                    "DbMeter",
                    "AutoSink"
                ]
            },
            "_type_": "MediaCue",
            "default_start_action": "FadeInStart",
            "default_stop_action": "FadeOutStop",
            "duration": 500,
            "id": "9eafcf80-88a8-4f95-8dc2-4c2d229c58e7",
            "index": 3,
            "name": "Door bell"
        },
        {
            "_type_": "MidiCue",
            "id": "c69937f2-7f64-42c7-bff2-cae224ddd70d",
            "index": 30,
            "message": "control_change channel=15 control=1 value=127",
            "name": "On the second page"
        }
    ],
    "plugins": {}
}